#include "hcl/symbolic_operators.h"

#include <cmath>
#include <optional>
#include <utility>

namespace exr {

namespace {

std::optional<bool> equal_values(const SymbolicValue& a, const SymbolicValue& b) {
  if (a.is_null() || b.is_null()) {
    const SymbolicValue& other = a.is_null() ? b : a;
    return other.find_nullness();
  }
  if (a.is(SymbolicKind::Scalar) && b.is(SymbolicKind::Scalar)) return a == b;
  // an ID is never an empty text
  const bool is_empty = (a.is_text() && a.as_scalar().as_string().empty()) ||
                        (b.is_text() && b.as_scalar().as_string().empty());
  const SymbolicValue& other = a.is_text() ? b : a;
  if (is_empty && other.is(SymbolicKind::Reference) && other.find_nullness() == false) return false;
  return std::nullopt;
}

std::optional<double> number_of(const SymbolicValue& value) {
  if (!value.is(SymbolicKind::Scalar) || !value.as_scalar().is_number()) return std::nullopt;
  return value.as_scalar().as_number();
}

SymbolicValue number(double value) {
  constexpr double kExact = 9007199254740992.0;
  if (std::floor(value) == value && std::abs(value) < kExact)
    return SymbolicValue::integer(static_cast<std::int64_t>(value));
  return SymbolicValue::scalar(Value::number(value));
}

SymbolicValue both(const SymbolicValue& left, const SymbolicValue& right, bool deciding) {
  const std::optional<bool> a = left.find_truth();
  const std::optional<bool> b = right.find_truth();
  if (a == deciding || b == deciding) return SymbolicValue::truth(deciding);
  if (a && b) return SymbolicValue::truth(!deciding);
  return {};
}

SymbolicValue calculated(std::string_view name, double a, double b) {
  if (name == "+") return number(a + b);
  if (name == "-") return number(a - b);
  if (name == "*") return number(a * b);
  if (name == "<") return SymbolicValue::truth(a < b);
  if (name == "<=") return SymbolicValue::truth(a <= b);
  if (name == ">") return SymbolicValue::truth(a > b);
  if (name == ">=") return SymbolicValue::truth(a >= b);
  if (b == 0) return SymbolicValue::error();
  return number(name == "/" ? a / b : std::fmod(a, b));
}

}  // namespace

SymbolicValue apply_binary(std::string_view name, const SymbolicValue& left,
                           const SymbolicValue& right) {
  if (left.is(SymbolicKind::Error) || right.is(SymbolicKind::Error)) return SymbolicValue::error();
  if (name == "&&") return both(left, right, false);
  if (name == "||") return both(left, right, true);
  if (name == "==" || name == "!=") {
    const std::optional<bool> equal = equal_values(left, right);
    return equal ? SymbolicValue::truth(*equal == (name == "==")) : SymbolicValue();
  }
  const std::optional<double> a = number_of(left);
  const std::optional<double> b = number_of(right);
  if (a && b) return calculated(name, *a, *b);
  // a null, or a text that is no number
  const bool is_wrong = left.is_null() || right.is_null();
  return is_wrong ? SymbolicValue::error() : SymbolicValue();
}

SymbolicValue apply_unary(std::string_view name, const SymbolicValue& operand) {
  if (operand.is(SymbolicKind::Error) || operand.is_null()) return SymbolicValue::error();
  if (name == "!") {
    const std::optional<bool> truth = operand.find_truth();
    return truth ? SymbolicValue::truth(!*truth) : SymbolicValue();
  }
  const std::optional<double> value = number_of(operand);
  return value ? number(-*value) : SymbolicValue();
}

}  // namespace exr
