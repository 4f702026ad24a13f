#include "expression/functions/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

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

std::optional<std::string> standard(const Value& number, char letter,
                                    std::optional<int> precision) {
  switch (letter) {
    case 'D':
    case 'd':
      if (!number.is_int()) return std::nullopt;
      return zero_padded(std::to_string(number.as_int()), precision.value_or(0));
    case 'N':
    case 'n':
      return grouped(decimal_text(number, precision.value_or(2)));
    case 'F':
    case 'f':
      return decimal_text(number, precision.value_or(2));
    case 'X':
      if (!number.is_int()) return std::nullopt;
      return to_upper(hex_text(number.as_int(), precision.value_or(0)));
    case 'x':
      if (!number.is_int()) return std::nullopt;
      return hex_text(number.as_int(), precision.value_or(0));
    case 'P':
    case 'p':
      return grouped(fixed_text(number.as_number() * 100, precision.value_or(2))) + " %";
    case 'E':
    case 'e':
      return exponent_text(number.as_number(), precision.value_or(6), letter);
    case 'G':
    case 'g':
    case 'R':
    case 'r':
      if (precision.value_or(0) != 0) return std::nullopt;
      return number.is_int() ? std::to_string(number.as_int()) : number_text(number.as_number());
    default:
      return std::nullopt;
  }
}

// A custom format of one section: `0` and `#` are digits, `,` between them groups.
std::optional<std::string> custom(const Value& number, std::string_view format) {
  if (format.find_first_not_of("0#,.") != std::string_view::npos) return std::nullopt;
  const std::size_t point = std::min(format.find('.'), format.size());
  const std::string_view whole = format.substr(0, point);
  const std::string_view fraction =
      point < format.size() ? format.substr(point + 1) : std::string_view();
  if (fraction.find_first_not_of("0#") != std::string_view::npos) return std::nullopt;
  const auto least_digits = static_cast<int>(std::count(whole.begin(), whole.end(), '0'));
  std::string text =
      zero_padded(decimal_text(number, static_cast<int>(fraction.size())),
                  least_digits + (fraction.empty() ? 0 : static_cast<int>(fraction.size()) + 1));
  if (!fraction.empty()) {
    const std::size_t last_zero = fraction.rfind('0');
    const std::size_t optional =
        fraction.size() - (last_zero == std::string_view::npos ? 0 : last_zero + 1);
    const std::size_t kept = text.size() - optional;
    // digits after the last `0` stand only where they are not zero
    while (text.size() > kept && text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return whole.find(',') == std::string_view::npos ? text : grouped(text);
}

}  // namespace

std::optional<std::string> formatted_number(const Value& number, std::string_view format) {
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
      return std::nullopt;
    precision = digits;
  }
  return standard(number, format[0], precision);
}

}  // namespace exr
