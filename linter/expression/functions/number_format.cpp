#include "expression/functions/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <utility>

#include "support/text.h"
#include "value/print.h"

namespace exr {

namespace {

std::string fixed_text(double number, int decimals) {
  std::array<char, 400> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, number);
  return {buffer.data(), static_cast<std::size_t>(std::max(0, size))};
}

// The whole part of a decimal text in groups of three.
std::string grouped(const std::string& text) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  std::string result = text.substr(0, begin);
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && (end - i) % 3 == 0) result += ',';
    result += text[i];
  }
  return result + text.substr(end);
}

std::string decimal_text(const Value& number, int decimals) {
  // a double does not hold every int
  if (number.is_int()) {
    std::string text = std::to_string(number.as_int());
    return decimals > 0 ? text + "." + std::string(static_cast<std::size_t>(decimals), '0') : text;
  }
  return fixed_text(number.as_number(), decimals);
}

std::string zero_padded(std::string text, int digits) {
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const auto width = static_cast<std::size_t>(std::max(digits, 0)) + begin;
  if (text.size() < width) text.insert(begin, width - text.size(), '0');
  return text;
}

std::string hex_text(std::int64_t number, int digits) {
  std::array<char, 20> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 static_cast<std::uint64_t>(number), 16)
                       .ptr;
  return zero_padded({buffer.data(), end}, digits);
}

std::string exponent_text(double number, int decimals, char letter) {
  std::array<char, 400> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.*e", decimals, number);
  std::string text(buffer.data(), static_cast<std::size_t>(std::max(0, size)));
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return text;
  // .NET writes three digits of exponent
  return text.substr(0, e) + letter + text[e + 1] + zero_padded(text.substr(e + 2), 3);
}

using Kind = FormattedNumber::Kind;

FormattedNumber known(std::string text) { return {Kind::Text, std::move(text)}; }

// Formats of integers only.
FormattedNumber integer_format(const Value& number, char letter, int precision) {
  if (!number.is_int()) return {Kind::Refused, {}};
  if (letter == 'D' || letter == 'd')
    return known(zero_padded(std::to_string(number.as_int()), precision));
  const std::string digits = hex_text(number.as_int(), precision);
  return known(letter == 'X' ? to_upper(digits) : digits);
}

FormattedNumber standard(const Value& number, char letter, std::optional<int> precision) {
  switch (letter) {
    case 'D':
    case 'd':
    case 'X':
    case 'x':
      return integer_format(number, letter, precision.value_or(0));
    case 'N':
    case 'n':
      return known(grouped(decimal_text(number, precision.value_or(2))));
    case 'F':
    case 'f':
      return known(decimal_text(number, precision.value_or(2)));
    case 'P':
    case 'p':
      return known(grouped(fixed_text(number.as_number() * 100, precision.value_or(2))) + " %");
    case 'E':
    case 'e':
      return known(exponent_text(number.as_number(), precision.value_or(6), letter));
    case 'G':
    case 'g':
    case 'R':
    case 'r':
      if (precision.value_or(0) != 0) return {Kind::NotComputed, {}};
      return known(number.is_int() ? std::to_string(number.as_int())
                                   : number_text(number.as_number()));
    // currency, and binary
    case 'C':
    case 'c':
    case 'B':
    case 'b':
      return {Kind::NotComputed, {}};
    default:
      return {Kind::Refused, {}};
  }
}

// Digits after the last `0` of a custom fraction stand only where they are not zero.
void drop_optional_digits(std::string& text, std::string_view fraction) {
  const std::size_t last_zero = fraction.rfind('0');
  const std::size_t optional =
      fraction.size() - (last_zero == std::string_view::npos ? 0 : last_zero + 1);
  const std::size_t kept = text.size() - optional;
  while (text.size() > kept && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
}

// A custom format of one section: `0` and `#` are digits, `,` between them groups.
FormattedNumber custom(const Value& number, std::string_view format) {
  const std::size_t point = std::min(format.find('.'), format.size());
  const std::string_view whole = format.substr(0, point);
  const std::string_view fraction =
      point < format.size() ? format.substr(point + 1) : std::string_view();
  // literal text, sections and scaling (a `,` at the end) are left
  const bool is_plain = whole.find_first_not_of("0#,") == std::string_view::npos &&
                        fraction.find_first_not_of("0#") == std::string_view::npos &&
                        !whole.starts_with(',') && !whole.ends_with(',');
  if (!is_plain) return {Kind::NotComputed, {}};
  const auto least_digits = static_cast<int>(std::count(whole.begin(), whole.end(), '0'));
  std::string text =
      zero_padded(decimal_text(number, static_cast<int>(fraction.size())),
                  least_digits + (fraction.empty() ? 0 : static_cast<int>(fraction.size()) + 1));
  if (!fraction.empty()) drop_optional_digits(text, fraction);
  // no zero stands before the point where none is asked for
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  if (least_digits == 0 && text.substr(begin, end - begin) == "0") text.erase(begin, 1);
  return known(whole.find(',') == std::string_view::npos ? text : grouped(text));
}

}  // namespace

FormattedNumber formatted_number(const Value& number, std::string_view format) {
  constexpr int kMostDigits = 99;
  const bool is_letter =
      (format[0] >= 'a' && format[0] <= 'z') || (format[0] >= 'A' && format[0] <= 'Z');
  if (!is_letter) return custom(number, format);
  std::optional<int> precision;
  if (format.size() > 1) {
    int digits = 0;
    const char* end = format.data() + format.size();
    const auto [stop, error] = std::from_chars(format.data() + 1, end, digits);
    if (error != std::errc() || stop != end || digits < 0 || digits > kMostDigits)
      return {Kind::NotComputed, {}};
    precision = digits;
  }
  return standard(number, format[0], precision);
}

}  // namespace exr
