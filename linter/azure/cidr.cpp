#include "azure/cidr.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

#include "support/text.h"

namespace exr {

namespace {

using Words = std::array<std::uint16_t, 8>;

constexpr std::size_t kWords = 8;

std::optional<unsigned> parse_decimal(std::string_view text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits || (text.size() > 1 && text.front() == '0'))
    return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

std::optional<IpAddress> parse_v4(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '.');
  if (parts.size() != 4) return std::nullopt;
  AddressBits bits = 0;
  for (const std::string_view part : parts) {
    const std::optional<unsigned> number = parse_decimal(part, 3);
    if (!number || *number > 255) return std::nullopt;
    bits = bits << 8U | *number;
  }
  return IpAddress{IpVersion::V4, bits};
}

// Appends the words of one side of `::`. An IPv4 tail counts as two words.
bool append_words(std::string_view text, std::vector<std::uint16_t>& words) {
  if (text.empty()) return true;
  const std::vector<std::string_view> parts = split(text, ':');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i + 1 == parts.size() && parts[i].find('.') != std::string_view::npos) {
      const std::optional<IpAddress> tail = parse_v4(parts[i]);
      if (!tail) return false;
      words.push_back(static_cast<std::uint16_t>(tail->bits >> 16U));
      words.push_back(static_cast<std::uint16_t>(tail->bits & 0xffffU));
      continue;
    }
    std::uint16_t word = 0;
    const char* end = parts[i].data() + parts[i].size();
    if (parts[i].empty() || parts[i].size() > 4) return false;
    const auto [stop, error] = std::from_chars(parts[i].data(), end, word, 16);
    if (error != std::errc() || stop != end) return false;
    words.push_back(word);
  }
  return true;
}

std::optional<IpAddress> parse_v6(std::string_view text) {
  std::vector<std::uint16_t> words;
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    if (!append_words(text, words) || words.size() != kWords) return std::nullopt;
  } else {
    std::vector<std::uint16_t> tail;
    const std::string_view before = text.substr(0, gap);
    // an IPv4 part may only end the address
    if (before.find('.') != std::string_view::npos) return std::nullopt;
    if (!append_words(before, words) || !append_words(text.substr(gap + 2), tail))
      return std::nullopt;
    if (words.size() + tail.size() >= kWords) return std::nullopt;
    words.resize(kWords - tail.size(), 0);
    words.insert(words.end(), tail.begin(), tail.end());
  }
  AddressBits bits = 0;
  for (const std::uint16_t word : words) bits = bits << 16U | word;
  return IpAddress{IpVersion::V6, bits};
}

std::string v4_text(std::uint32_t bits) {
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    if (shift != 24) text += '.';
    text += std::to_string(bits >> static_cast<unsigned>(shift) & 0xffU);
  }
  return text;
}

// Where .NET prints the last 32 bits as IPv4: compatible, mapped, SIIT and ISATAP addresses.
bool has_v4_tail(const Words& words) {
  if (words[0] != 0 || words[1] != 0 || words[2] != 0 || words[3] != 0)
    return words[4] == 0 && words[5] == 0x5efe;
  if (words[6] == 0) return false;
  if (words[4] == 0) return words[5] == 0 || words[5] == 0xffff || words[5] == 0x5efe;
  return words[4] == 0xffff && words[5] == 0;
}

struct Run {
  std::size_t begin = 0;
  std::size_t length = 0;
};

// The first of the longest runs of two or more zero words.
Run longest_zeros(const Words& words, std::size_t count) {
  Run best;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t end = i;
    while (end < count && words[end] == 0) ++end;
    if (end - i > 1 && end - i > best.length) best = {i, end - i};
    if (end > i) i = end;
  }
  return best;
}

std::string hex(std::uint16_t word) {
  std::array<char, 4> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), word, 16).ptr;
  return {buffer.data(), end};
}

std::string v6_text(AddressBits bits) {
  Words words{};
  for (std::size_t i = 0; i < kWords; ++i)
    words[i] = static_cast<std::uint16_t>(bits >> (112 - 16 * i));
  const bool tail = has_v4_tail(words);
  const std::size_t count = tail ? 6 : kWords;
  const Run zeros = longest_zeros(words, count);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (zeros.length > 0 && i == zeros.begin) {
      text += "::";
      i += zeros.length - 1;
      continue;
    }
    if (!text.empty() && text.back() != ':') text += ':';
    text += hex(words[i]);
  }
  if (!tail) return text;
  if (text.back() != ':') text += ':';
  return text + v4_text(static_cast<std::uint32_t>(bits));
}

}  // namespace

std::string IpAddress::text() const {
  return version == IpVersion::V4 ? v4_text(static_cast<std::uint32_t>(bits)) : v6_text(bits);
}

AddressBits Network::host_mask() const {
  const unsigned host_bits = width_of(version()) - prefix_;
  // a shift by the full width is undefined
  return host_bits == 128 ? ~AddressBits{0} : (AddressBits{1} << host_bits) - 1;
}

IpAddress Network::first() const { return {version(), address_.bits & ~host_mask()}; }

IpAddress Network::last() const { return {version(), address_.bits | host_mask()}; }

IpAddress Network::netmask() const {
  const AddressBits all = version() == IpVersion::V4 ? AddressBits{0xffffffffU} : ~AddressBits{0};
  return {version(), all & ~host_mask()};
}

bool Network::contains(const Network& inner) const {
  return version() == inner.version() && first().bits <= inner.first().bits &&
         inner.last().bits <= last().bits;
}

bool Network::overlaps(const Network& other) const {
  return version() == other.version() && first().bits <= other.last().bits &&
         other.first().bits <= last().bits;
}

std::optional<Network> Network::subnet(unsigned prefix, std::uint64_t index) const {
  if (prefix < prefix_ || prefix > width_of(version())) return std::nullopt;
  const unsigned extra = prefix - prefix_;
  if (extra < 64 && index >> extra != 0) return std::nullopt;
  const unsigned host_bits = width_of(version()) - prefix;
  const AddressBits offset = host_bits == 128 ? AddressBits{0} : AddressBits{index} << host_bits;
  return Network({version(), first().bits + offset}, prefix);
}

std::optional<IpAddress> Network::host(std::uint64_t index) const {
  const AddressBits offset = AddressBits{index} + 1;
  if (offset > last().bits - first().bits) return std::nullopt;
  return IpAddress{version(), first().bits + offset};
}

std::string Network::text() const { return first().text() + "/" + std::to_string(prefix_); }

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  return text.find(':') == std::string_view::npos ? parse_v4(text) : parse_v6(text);
}

std::optional<Network> parse_cidr(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::optional<IpAddress> address = parse_ip_address(text.substr(0, slash));
  const std::optional<unsigned> prefix = parse_decimal(text.substr(slash + 1), 3);
  if (!address || !prefix || *prefix > width_of(address->version)) return std::nullopt;
  return Network(*address, *prefix);
}

std::optional<Network> parse_network(std::string_view text) {
  if (text.find('/') != std::string_view::npos) return parse_cidr(text);
  const std::optional<IpAddress> address = parse_ip_address(text);
  if (!address) return std::nullopt;
  return Network(*address, width_of(address->version));
}

}  // namespace exr
