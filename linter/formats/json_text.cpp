#include "formats/json_text.h"

#include <charconv>
#include <cstddef>
#include <cstdint>

#include "support/utf8.h"

namespace exr {

namespace {

constexpr std::size_t kHexDigits = 4;
constexpr std::uint32_t kHighSurrogate = 0xD800U;
constexpr std::uint32_t kLowSurrogate = 0xDC00U;

bool is_surrogate(std::uint32_t unit, std::uint32_t first) {
  return unit >= first && unit < first + 0x400U;
}

// The four digits at the front of `text`.
std::uint32_t take_unit(std::string_view& text) {
  std::uint32_t unit = 0;
  std::from_chars(text.data(), text.data() + kHexDigits, unit, 16);
  text.remove_prefix(kHexDigits);
  return unit;
}

void append_code(std::string_view& text, std::string& out) {
  const std::uint32_t unit = take_unit(text);
  if (is_surrogate(unit, kHighSurrogate) && text.starts_with("\\u")) {
    std::string_view after = text.substr(2);
    const std::uint32_t second = take_unit(after);
    if (is_surrogate(second, kLowSurrogate)) {
      text = after;
      return append_character(
          out, 0x10000U + ((unit - kHighSurrogate) << 10U) + (second - kLowSurrogate));
    }
  }
  const bool is_lone = is_surrogate(unit, kHighSurrogate) || is_surrogate(unit, kLowSurrogate);
  append_character(out, is_lone ? kReplacementCharacter : unit);
}

char escaped_character(char c) {
  switch (c) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return c;
  }
}

}  // namespace

void decode_json_text(std::string_view text, std::string& out) {
  while (true) {
    const std::size_t escape = text.find('\\');
    out += text.substr(0, escape);
    if (escape == std::string_view::npos) return;
    const char c = text[escape + 1];
    text.remove_prefix(escape + 2);
    if (c == 'u') {
      append_code(text, out);
    } else {
      out += escaped_character(c);
    }
  }
}

}  // namespace exr
