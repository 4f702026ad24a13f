#include "formats/yaml_scalars.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace exr {

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<Value> read_integer(std::string_view text, Span span) {
  int base = 10;
  std::string_view digits = text;
  if (digits.starts_with("0x") || digits.starts_with("0o")) {
    base = digits[1] == 'x' ? 16 : 8;
    digits.remove_prefix(2);
    if (digits.starts_with('-')) return std::nullopt;
  } else if (digits.starts_with('+')) {
    digits.remove_prefix(1);
    if (digits.starts_with('-')) return std::nullopt;
  }
  std::int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number, base);
  if (error != std::errc() || stop != end || digits.empty()) return std::nullopt;
  return Value::integer(number, span);
}

std::optional<Value> read_float(std::string_view text, Span span) {
  std::string_view digits = text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  // what from_chars takes besides: `inf`, `nan`
  if (digits.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return std::nullopt;
  if (digits.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  double number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return Value::number(number, span);
}

std::optional<Value> read_boolean(std::string_view text, Span span) {
  if (is_one_of(text, {"true", "True", "TRUE"})) return Value::boolean(true, span);
  if (is_one_of(text, {"false", "False", "FALSE"})) return Value::boolean(false, span);
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhite = " \t\n\v\f\r";
  const std::size_t begin = text.find_first_not_of(kWhite);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhite) - begin + 1);
}

// Without the commas between the digits before the point.
std::string without_thousands(std::string_view text) {
  const std::size_t whole = text.find_first_not_of("0123456789,+-");
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_separator = text[i] == ',' && i < whole && !digits.empty() &&
                              digits.back() >= '0' && digits.back() <= '9';
    if (!is_separator) digits += text[i];
  }
  return digits;
}

}  // namespace

Value core_schema_value(const std::string& text, Span span) {
  if (auto truth = read_boolean(text, span)) return *truth;
  if (auto number = read_integer(text, span)) return *number;
  if (auto number = read_float(text, span)) return *number;
  return Value::string(text, span);
}

Value bicep_yaml_value(const std::string& text, ScalarStyle style, Span span) {
  if (is_one_of(text, {"", "null", "~"})) return Value::null(span);
  if (style == ScalarStyle::Quoted) return Value::string(text, span);
  if (auto truth = read_boolean(text, span)) return *truth;
  const std::string_view number = trimmed(text);
  const bool is_decimal = number.find_first_of("xo") == std::string_view::npos;
  if (auto integer = is_decimal ? read_integer(number, span) : std::nullopt) return *integer;
  if (auto real = read_float(without_thousands(number), span)) return *real;
  return Value::string(text, span);
}

}  // namespace exr
