#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "expression/functions/arguments.h"
#include "expression/functions/sha1.h"
#include "expression/functions/table.h"
#include "expression/functions/text_form.h"

namespace exr {

namespace {

using enum Treatment;

// The two 32-bit lanes of the 64-bit MurmurHash variant behind `uniqueString`.
struct Lanes {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

constexpr std::uint32_t kFirstFactor = 0x239b961bU;
constexpr std::uint32_t kSecondFactor = 0xab0e9789U;

std::uint32_t mixed_first(std::uint32_t word) {
  return std::rotl(word * kFirstFactor, 15) * kSecondFactor;
}
std::uint32_t mixed_second(std::uint32_t word) {
  return std::rotl(word * kSecondFactor, 17) * kFirstFactor;
}

std::uint32_t finished(std::uint32_t hash) {
  hash ^= hash >> 16U;
  hash *= 0x85ebca6bU;
  hash ^= hash >> 13U;
  hash *= 0xc2b2ae35U;
  return hash ^ hash >> 16U;
}

// Up to four bytes, the first one lowest.
std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 4; ++i) {
    word |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}

std::uint64_t murmur(std::string_view bytes) {
  Lanes lanes;
  std::string_view rest = bytes;
  for (; rest.size() >= 8; rest.remove_prefix(8)) {
    lanes.first ^= mixed_first(little_endian(rest));
    lanes.first = std::rotl(lanes.first, 19) + lanes.second;
    lanes.first = lanes.first * 5 + 0x561ccd1bU;
    lanes.second ^= mixed_second(little_endian(rest.substr(4)));
    lanes.second = std::rotl(lanes.second, 13) + lanes.first;
    lanes.second = lanes.second * 5 + 0x0bcaa747U;
  }
  if (rest.size() > 4) lanes.second ^= mixed_second(little_endian(rest.substr(4)));
  if (!rest.empty()) lanes.first ^= mixed_first(little_endian(rest));
  const auto length = static_cast<std::uint32_t>(bytes.size());
  lanes.first ^= length;
  lanes.second ^= length;
  lanes.first += lanes.second;
  lanes.second += lanes.first;
  lanes.first = finished(lanes.first);
  lanes.second = finished(lanes.second);
  lanes.first += lanes.second;
  lanes.second += lanes.first;
  return std::uint64_t{lanes.second} << 32U | lanes.first;
}

std::string base32(std::uint64_t hash) {
  constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  constexpr int kLength = 13;
  std::string text;
  for (int i = 0; i < kLength; ++i, hash <<= 5U) text += kAlphabet[hash >> 59U];
  return text;
}

// RFC 4122, version 5, in Azure's own name space.
std::string name_uuid(std::string_view name) {
  constexpr std::array<std::uint8_t, 16> kNamespace = {0x11, 0xfb, 0x06, 0xfb, 0x71, 0x2d,
                                                       0x4d, 0xdd, 0x98, 0xc7, 0xe7, 0x1b,
                                                       0xbd, 0x58, 0x88, 0x30};
  constexpr std::string_view kDigits = "0123456789abcdef";
  auto digest = sha1(std::string(kNamespace.begin(), kNamespace.end()) + std::string(name));
  digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);
  digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);
  std::string text;
  for (std::size_t i = 0; i < kNamespace.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[digest[i] >> 4U];
    text += kDigits[digest[i] & 0xFU];
  }
  return text;
}

// The arguments with hyphens between; empty if one is no scalar.
std::optional<std::string> joined_arguments(const FunctionCall& call) {
  std::string text;
  for (std::size_t i = 0; i < call.size(); ++i) {
    if (!call[i].is_string() && !call[i].is_number() && !call[i].is_bool()) return std::nullopt;
    if (i > 0) text += '-';
    text += value_text(call[i], TextForm::Json);
  }
  return text;
}

Value unique_string(const FunctionCall& call) {
  const std::optional<std::string> text = joined_arguments(call);
  return text ? Value::string(base32(murmur(*text))) : refused(call, "strings");
}

Value guid(const FunctionCall& call) {
  const std::optional<std::string> text = joined_arguments(call);
  return text ? Value::string(name_uuid(*text)) : refused(call, "strings");
}

Value new_guid(const FunctionCall& call) { return call.unknown(UnknownReason::RuntimeFunction); }

constexpr std::array kFunctions = {
    FunctionEntry{"uniqueString", 1, kAnyNumber, Scalar, Availability::Both, unique_string},
    FunctionEntry{"guid", 1, kAnyNumber, Scalar, Availability::Both, guid},
    FunctionEntry{"newGuid", 0, 0, Raw, Availability::Templates, new_guid},
};

}  // namespace

std::span<const FunctionEntry> hash_functions() { return kFunctions; }

}  // namespace exr
