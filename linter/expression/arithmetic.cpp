#include "expression/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "expression/functions/arguments.h"
#include "expression/operator_text.h"

namespace exr {

namespace {

Failure out_of_range(BinaryOperator operation) {
  return {"the result of `" + std::string(operator_sign(operation)) + "` does not fit in 64 bits"};
}

Result<Value> compute_integers(BinaryOperator operation, std::int64_t left, std::int64_t right) {
  std::int64_t result = 0;
  switch (operation) {
    case BinaryOperator::Add:
      if (__builtin_add_overflow(left, right, &result)) return out_of_range(operation);
      break;
    case BinaryOperator::Subtract:
      if (__builtin_sub_overflow(left, right, &result)) return out_of_range(operation);
      break;
    case BinaryOperator::Multiply:
      if (__builtin_mul_overflow(left, right, &result)) return out_of_range(operation);
      break;
    default:
      if (right == 0)
        return Failure{"`" + std::string(operator_sign(operation)) + "` divides by zero"};
      // the one quotient that overflows, which the processor would trap
      if (right == -1 && left == std::numeric_limits<std::int64_t>::min()) {
        if (operation == BinaryOperator::Divide) return out_of_range(operation);
      } else {
        result = operation == BinaryOperator::Divide ? left / right : left % right;
      }
  }
  return Value::integer(result);
}

Result<Value> compute_numbers(BinaryOperator operation, double left, double right) {
  const bool divides = operation == BinaryOperator::Divide || operation == BinaryOperator::Modulo;
  if (divides && right == 0)
    return Failure{"`" + std::string(operator_sign(operation)) + "` divides by zero"};
  double result = 0;
  switch (operation) {
    case BinaryOperator::Add:
      result = left + right;
      break;
    case BinaryOperator::Subtract:
      result = left - right;
      break;
    case BinaryOperator::Multiply:
      result = left * right;
      break;
    case BinaryOperator::Divide:
      result = left / right;
      break;
    default:
      result = std::fmod(left, right);
  }
  if (!std::isfinite(result)) return out_of_range(operation);
  return number_value(result);
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The limits of a number, infinite where there are none.
struct Interval {
  double low = -kInfinity;
  double high = kInfinity;

  static Interval of(const Value& value) {
    if (value.is_number()) return {value.as_number(), value.as_number()};
    const Bounds& bounds = value.as_unknown().bounds;
    return {bounds.low.value_or(-kInfinity), bounds.high.value_or(kInfinity)};
  }
  Bounds bounds() const {
    return {std::isfinite(low) ? std::optional(low) : std::nullopt,
            std::isfinite(high) ? std::optional(high) : std::nullopt};
  }
};

double product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

Interval product(const Interval& a, const Interval& b) {
  const auto corners = {product(a.low, b.low), product(a.low, b.high), product(a.high, b.low),
                        product(a.high, b.high)};
  return {std::min(corners), std::max(corners)};
}

}  // namespace

Result<Value> calculate(BinaryOperator operation, const Value& left, const Value& right) {
  if (left.is_int() && right.is_int())
    return compute_integers(operation, left.as_int(), right.as_int());
  return compute_numbers(operation, left.as_number(), right.as_number());
}

Bounds bounds_of(BinaryOperator operation, const Value& left, const Value& right) {
  const Interval a = Interval::of(left);
  const Interval b = Interval::of(right);
  switch (operation) {
    case BinaryOperator::Add:
      return Interval{a.low + b.low, a.high + b.high}.bounds();
    case BinaryOperator::Subtract:
      return Interval{a.low - b.high, a.high - b.low}.bounds();
    case BinaryOperator::Multiply:
      return product(a, b).bounds();
    default:
      return {};
  }
}

}  // namespace exr
