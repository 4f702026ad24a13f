#include "syntax/bicep_string.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace exr {

namespace {

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

struct CodePoint {
  std::uint32_t value = 0;
  // the bytes that it takes, 0 if there is none
  std::size_t size = 0;
};

// Reads `{hex}` at the start of `rest`.
CodePoint read_code_point(std::string_view rest) {
  const std::size_t close = rest.find('}');
  if (!rest.starts_with('{') || close == std::string_view::npos || close < 2) return {};
  std::uint32_t value = 0;
  const char* end = rest.data() + close;
  const auto [stop, error] = std::from_chars(rest.data() + 1, end, value, 16);
  if (error != std::errc() || stop != end) return {};
  return {value, close + 1};
}

bool is_between(std::uint32_t value, std::uint32_t first, std::uint32_t last) {
  return first <= value && value <= last;
}

// Appends what `{hex}` at the start of `rest` stands for; gives the bytes that it takes, 0 if it is
// none. Two halves of a UTF-16 pair, `{d83d}\u{de00}`, are one.
std::size_t append_code_point(std::string& text, std::string_view rest) {
  CodePoint point = read_code_point(rest);
  if (is_between(point.value, 0xD800, 0xDBFF) && rest.substr(point.size).starts_with("\\u")) {
    const CodePoint low = read_code_point(rest.substr(point.size + 2));
    if (is_between(low.value, 0xDC00, 0xDFFF)) {
      point.value = 0x10000 + ((point.value - 0xD800) << 10U) + (low.value - 0xDC00);
      point.size += 2 + low.size;
    }
  }
  return point.size > 0 && append_utf8(text, point.value) ? point.size : 0;
}

// The character that a one-letter escape stands for, 0 if it is none.
char simple_escape(char letter) {
  switch (letter) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '\\':
    case '\'':
    case '$':
      return letter;
    default:
      return 0;
  }
}

}  // namespace

bool append_utf8(std::string& text, std::uint32_t code_point) {
  if (code_point > kLastCodePoint || (code_point >= 0xD800 && code_point <= 0xDFFF)) return false;
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0U | (code_point >> 6U));
    tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0U | (code_point >> 12U));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (code_point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
  return true;
}

std::string unescaped(std::string_view piece, std::optional<std::size_t>* bad_escape) {
  std::string text;
  text.reserve(piece.size());
  std::size_t at = 0;
  while (at < piece.size()) {
    const std::size_t slash = std::min(piece.find('\\', at), piece.size());
    text += piece.substr(at, slash - at);
    if (slash == piece.size()) break;
    const char letter = slash + 1 < piece.size() ? piece[slash + 1] : 0;
    at = slash + 2;
    if (const char simple = simple_escape(letter)) {
      text += simple;
      continue;
    }
    const std::size_t taken = letter == 'u' ? append_code_point(text, piece.substr(at)) : 0;
    at += taken;
    if (taken > 0) continue;
    if (bad_escape != nullptr && !bad_escape->has_value()) *bad_escape = slash;
    text += piece.substr(slash, 2);
  }
  return text;
}

StringQuotes quotes_of(std::string_view literal) {
  std::size_t dollars = literal.find_first_not_of('$');
  if (dollars == std::string_view::npos) dollars = literal.size();
  const std::string_view quoted = literal.substr(dollars);
  if (!quoted.starts_with("'''")) return {};
  StringQuotes quotes{.open = dollars + 3, .close = 3, .dollars = dollars, .multi_line = true};
  const std::string_view inside = literal.substr(quotes.open);
  if (inside.starts_with("\r\n"))
    quotes.open += 2;
  else if (inside.starts_with('\n'))
    quotes.open += 1;
  return quotes;
}

}  // namespace exr
