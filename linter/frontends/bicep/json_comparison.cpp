#include "frontends/bicep/json_comparison.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "support/text.h"

namespace exr {

namespace {

template <typename T>
int order_of(const T& a, const T& b) {
  if (a < b) return -1;
  return b < a ? 1 : 0;
}

template <typename T>
std::optional<int> order_of(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return std::nullopt;
  return order_of(*a, *b);
}

template <typename Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<std::int64_t> as_integer(const Value& value) {
  if (value.is_string()) return number_in<std::int64_t>(value.as_string());
  if (value.is_bool()) return value.as_bool() ? 1 : 0;
  return value.as_int();
}

std::optional<double> as_double(const Value& value) {
  if (value.is_string()) return number_in<double>(value.as_string());
  if (value.is_bool()) return value.as_bool() ? 1 : 0;
  return value.as_number();
}

std::optional<bool> as_boolean(const Value& value) {
  if (value.is_number()) return value.as_number() != 0;
  if (value.is_bool()) return value.as_bool();
  if (equal_ignoring_case(value.as_string(), "true")) return true;
  if (equal_ignoring_case(value.as_string(), "false")) return false;
  return std::nullopt;
}

// Numbers that differ by no more than their rounding are equal there.
std::optional<int> order_of_doubles(const Value& a, const Value& b) {
  const auto first = as_double(a);
  const auto second = as_double(b);
  if (!first || !second) return std::nullopt;
  const double tolerance =
      (std::abs(*first) + std::abs(*second) + 10) * std::numeric_limits<double>::epsilon();
  if (std::abs(*first - *second) < tolerance) return 0;
  return order_of(*first, *second);
}

bool is_double(const Value& value) { return value.is_number() && !value.is_int(); }

}  // namespace

bool are_equal_in_json(const Value& a, const Value& b) {
  const bool are_numbers = a.is_number() && b.is_number();
  if (!are_numbers && a.kind() != b.kind()) return false;
  return order_in_json(a, b) == 0;
}

std::optional<int> order_in_json(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return order_of(!a.is_null(), !b.is_null());
  if (a.is_string() && b.is_string()) return order_of(a.as_string(), b.as_string());
  // a text is what the other one is
  const Value& decisive = a.is_string() ? b : a;
  if (decisive.is_bool()) return order_of(as_boolean(a), as_boolean(b));
  if (is_double(a) || is_double(b)) return order_of_doubles(a, b);
  return order_of(as_integer(a), as_integer(b));
}

}  // namespace exr
