#include "formats/json_index.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "support/utf8.h"

namespace exr {

namespace {

constexpr std::size_t kHexDigits = 4;

// Each bit is set if the number of set bits up to it is odd.
std::uint64_t prefix_parity(std::uint64_t bits) {
  bits ^= bits << 1U;
  bits ^= bits << 2U;
  bits ^= bits << 4U;
  bits ^= bits << 8U;
  bits ^= bits << 16U;
  return bits ^ bits << 32U;
}

std::uint64_t blank_bits(const char* bytes) {
  return json_bits_of(bytes, ' ') | json_bits_of(bytes, '\t') | json_bits_of(bytes, '\n') |
         json_bits_of(bytes, '\r');
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool has_four_hex_digits(std::string_view text) {
  return text.size() >= kHexDigits &&
         std::all_of(text.begin(), text.begin() + kHexDigits, is_hex_digit);
}

}  // namespace

JsonIndex::JsonIndex(std::string_view text, std::size_t begin)
    : text_(text), next_block_(begin), utf8_until_(begin) {}

bool JsonIndex::load_block() {
  block_ = next_block_;
  if (fault_ != Fault::None) return false;
  if (block_ >= text_.size()) {
    if (in_string_ != 0) note(Fault::OpenString, text_.size());
    return false;
  }
  std::array<char, kJsonBlock> padded;
  const char* bytes = text_.data() + block_;
  if (text_.size() - block_ < kJsonBlock) {
    padded.fill(' ');
    std::memcpy(padded.data(), bytes, text_.size() - block_);
    bytes = padded.data();
  }
  next_block_ = block_ + kJsonBlock;

  const JsonBlock block = json_block(bytes);
  std::uint64_t escaped = 0;
  if (block.has_backslash || escapes_next_ != 0) escaped = escaped_bits(json_bits_of(bytes, '\\'));
  const std::uint64_t quotes = block.quote & ~escaped;
  // the opening quote is in the string, the closing one is not
  const std::uint64_t in_string = prefix_parity(quotes) ^ in_string_;
  in_string_ = std::uint64_t{0} - (in_string >> (kJsonBlock - 1));
  std::uint64_t blank = block.low;
  if (block.has_control) blank = blank_bits(bytes);
  const std::uint64_t scalar = ~(block.structural | blank);
  const std::uint64_t word = scalar & ~quotes;
  const std::uint64_t follows_word = word << 1U | in_word_;
  in_word_ = word >> (kJsonBlock - 1);
  // what is no token: all of a string but its opening quote
  const std::uint64_t rest_of_string = in_string ^ quotes;
  tokens_ = (block.structural | (scalar & ~follows_word)) & ~rest_of_string;

  if (block.has_control) check_control(block.low & ~json_bits_of(bytes, ' ') & in_string);
  if (escaped != 0) check_escapes(escaped & in_string);
  if (block.has_wide) check_utf8(json_wide_bits(bytes));
  return true;
}

void JsonIndex::check_control(std::uint64_t control) {
  if (control == 0) return;
  note(Fault::ControlCharacter, block_ + static_cast<std::size_t>(std::countr_zero(control)));
}

// Which bytes stand after a backslash that is not itself escaped.
std::uint64_t JsonIndex::escaped_bits(std::uint64_t backslash) {
  std::uint64_t escaped = escapes_next_;
  backslash &= ~escapes_next_;
  escapes_next_ = 0;
  while (backslash != 0) {
    const auto bit = static_cast<unsigned>(std::countr_zero(backslash));
    if (bit + 1 == kJsonBlock) {
      escapes_next_ = 1;
      break;
    }
    escaped |= std::uint64_t{2} << bit;
    backslash &= ~(std::uint64_t{3} << bit);
  }
  return escaped;
}

void JsonIndex::check_escapes(std::uint64_t escaped) {
  for (; escaped != 0; escaped &= escaped - 1) {
    const std::size_t place = block_ + static_cast<std::size_t>(std::countr_zero(escaped));
    if (place >= text_.size()) return;
    const char c = text_[place];
    if (c == 'u') {
      if (!has_four_hex_digits(text_.substr(place + 1))) return note(Fault::CodePoint, place - 1);
    } else if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) {
      return note(Fault::Escape, place - 1);
    }
  }
}

// A character that begins in this block may end in the next one.
void JsonIndex::check_utf8(std::uint64_t wide) {
  const std::size_t first = block_ + static_cast<std::size_t>(std::countr_zero(wide));
  std::size_t at = std::max(first, utf8_until_);
  const std::size_t end = std::min(next_block_, text_.size());
  while (at < end) {
    if (static_cast<unsigned char>(text_[at]) < 0x80U) {
      ++at;
      continue;
    }
    std::string_view rest = text_.substr(at);
    const std::size_t before = rest.size();
    const char32_t character = take_character(rest);
    // the character itself may be written, with its own three bytes
    const std::size_t length = before - rest.size();
    if (character == kReplacementCharacter && text_.substr(at, length) != "\xEF\xBF\xBD")
      return note(Fault::Utf8, at);
    at += length;
  }
  utf8_until_ = at;
}

// Of several faults in a block the first one counts; the tokens before it are still given.
void JsonIndex::note(Fault fault, std::size_t place) {
  if (fault_ != Fault::None && fault_place_ <= place) return;
  fault_ = fault;
  fault_place_ = place;
  if (place < block_) {
    tokens_ = 0;
  } else if (place - block_ < kJsonBlock) {
    tokens_ &= (std::uint64_t{1} << (place - block_)) - 1;
  }
}

}  // namespace exr
