#include "expression/operators.h"

#include <algorithm>
#include <array>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/candidates.h"
#include "expression/functions/arguments.h"
#include "expression/operator_text.h"
#include "support/check.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/joined_trail.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

Value with_bounds(UnknownReason reason, std::string text, Bounds bounds) {
  Unknown unknown = make_unknown(reason, std::move(text));
  unknown.bounds = bounds;
  return Value::unknown(std::move(unknown));
}

bool is_text(const Value& value) {
  return value.is_string() || (value.is_unknown() && !value.as_unknown().pieces.empty());
}

bool may_be_number(const Value& value) {
  return value.is_number() || (value.is_unknown() && value.as_unknown().pieces.empty());
}

bool is_written(const Value& value, const Dialect& dialect) {
  return dialect.is_rules() ? value.origin().valid()
                            : value.as_unknown().reason == UnknownReason::ParameterWithoutValue;
}

Failure does_not_fit(BinaryOperator operation, std::string_view wanted, const Value& left,
                     const Value& right) {
  return {"`" + std::string(operator_sign(operation)) + "` takes " + std::string(wanted) +
          ", not " + std::string(kind_phrase(left)) + " and " + std::string(kind_phrase(right))};
}

// Two operands with what stands around them.
struct Operation {
  BinaryOperator operation;
  const Value& left;
  const Value& right;
  const Dialect& dialect;

  UnknownReason reason() const {
    const std::array<Value, 2> operands = {left, right};
    return reason_among(operands);
  }
  std::string text() const { return operator_text(operation, left, right); }
  Value unknown() const { return Value::unknown(make_unknown(reason(), text())); }
  Value not_written() const {
    return Value::unknown(make_unknown(UnknownReason::NotWritten, text()));
  }
};

Value truth_of_operation(const Operation& what, Truth truth) {
  return truth == Truth::Unknown ? what.unknown() : Value::boolean(truth == Truth::True);
}

Truth equality(const Operation& what, TextComparison comparison) {
  const Value& left = what.left;
  const Value& right = what.right;
  if (left.is_null() && right.is_unknown())
    return may_be_null(right, what.dialect) ? Truth::Unknown : Truth::False;
  if (right.is_null() && left.is_unknown())
    return may_be_null(left, what.dialect) ? Truth::Unknown : Truth::False;
  return equals(left, right, comparison);
}

Result<Value> compare_equal(const Operation& what) {
  const bool ignoring_case = what.operation == BinaryOperator::EqualIgnoringCase ||
                             what.operation == BinaryOperator::NotEqualIgnoringCase;
  const bool takes_both = (what.left.is_unknown() || what.left.is_string()) &&
                          (what.right.is_unknown() || what.right.is_string());
  if (ignoring_case && !what.dialect.is_rules() && !takes_both)
    return does_not_fit(what.operation, "two strings", what.left, what.right);
  const Truth equal =
      equality(what, ignoring_case ? TextComparison::IgnoreCase : what.dialect.text);
  const bool negated = what.operation == BinaryOperator::NotEqual ||
                       what.operation == BinaryOperator::NotEqualIgnoringCase;
  return truth_of_operation(what, negated ? opposite(equal) : equal);
}

Truth ordering(BinaryOperator operation, const Value& left, const Value& right,
               TextComparison comparison) {
  switch (operation) {
    case BinaryOperator::Less:
      return less(left, right, comparison);
    case BinaryOperator::LessOrEqual:
      return less_or_equal(left, right, comparison);
    case BinaryOperator::Greater:
      return less(right, left, comparison);
    default:
      return less_or_equal(right, left, comparison);
  }
}

Result<Value> compare_order(const Operation& what) {
  const Value& left = what.left;
  const Value& right = what.right;
  if (what.dialect.is_rules() && (left.is_null() || right.is_null())) return what.not_written();
  const bool texts =
      (is_text(left) || is_wholly_unknown(left)) && (is_text(right) || is_wholly_unknown(right));
  if (!texts && !(may_be_number(left) && may_be_number(right)))
    return does_not_fit(what.operation, "two numbers or two strings", left, right);
  const bool placeholders = (left.is_string() && has_placeholder(left.as_string())) ||
                            (right.is_string() && has_placeholder(right.as_string()));
  if (placeholders) return what.unknown();
  return truth_of_operation(what, ordering(what.operation, left, right, what.dialect.text));
}

Result<Value> compute(const Operation& what) {
  const Value& left = what.left;
  const Value& right = what.right;
  if (what.dialect.is_rules() && (left.is_null() || right.is_null())) return what.not_written();
  if (!may_be_number(left) || !may_be_number(right))
    return does_not_fit(what.operation, "two integers", left, right);
  if (left.is_unknown() || right.is_unknown())
    return with_bounds(what.reason(), what.text(), bounds_of(what.operation, left, right));
  return calculate(what.operation, left, right);
}

bool is_equality(BinaryOperator operation) {
  return operation >= BinaryOperator::Equal && operation <= BinaryOperator::NotEqualIgnoringCase;
}

bool is_order(BinaryOperator operation) {
  return operation >= BinaryOperator::Less && operation <= BinaryOperator::GreaterOrEqual;
}

Result<Value> apply_plain(const Operation& what) {
  EXR_CHECK(what.operation >= BinaryOperator::Equal);
  if (is_equality(what.operation)) return compare_equal(what);
  return is_order(what.operation) ? compare_order(what) : compute(what);
}

// What a wrong combination of candidates gives: it may not come to that.
Value or_invalid(Result<Value> result, const std::string& text) {
  if (result) return std::move(result).value();
  return Value::unknown(make_unknown(UnknownReason::Invalid, text));
}

Result<Value> apply_not(const Value& operand, const std::string& text, const Dialect& dialect) {
  // one of several cases
  if (operand.is_bool()) return Value::boolean(!operand.as_bool());
  if (operand.is_null() && dialect.is_rules())
    return Value::unknown(make_unknown(UnknownReason::NotWritten, text));
  if (operand.is_unknown() && !is_text(operand))
    return Value::unknown(make_unknown(operand.as_unknown().reason, text));
  return Failure{"`!` takes true or false, not " + std::string(kind_phrase(operand))};
}

}  // namespace

bool may_be_null(const Value& value, const Dialect& dialect) {
  if (!value.is_unknown()) return value.is_null();
  const Unknown& unknown = value.as_unknown();
  if (has_cases(value)) {
    return std::any_of(
        unknown.candidates.begin(), unknown.candidates.end(),
        [&](const Candidate& candidate) { return may_be_null(candidate.value, dialect); });
  }
  if (!unknown.pieces.empty() || unknown.bounds.low || unknown.bounds.high) return false;
  switch (unknown.reason) {
    case UnknownReason::External:
    case UnknownReason::NotWritten:
    case UnknownReason::Undecided:
    case UnknownReason::Invalid:
      return true;
    default:
      return !is_written(value, dialect);
  }
}

std::optional<Truth> truth_value(const Value& value) {
  if (value.is_bool()) return truth_of(value.as_bool());
  if (value.is_unknown() || value.is_null()) return Truth::Unknown;
  return std::nullopt;
}

Result<Value> apply_operator(BinaryOperator operation, const Value& left, const Value& right,
                             const Dialect& dialect) {
  Result<Value> result = [&]() -> Result<Value> {
    // the usual case of hot loops
    if (left.is_int() && right.is_int() && operation >= BinaryOperator::Add)
      return calculate(operation, left, right);
    if (!has_cases(left) && !has_cases(right))
      return apply_plain({operation, left, right, dialect});
    const std::array<Value, 2> operands = {left, right};
    const std::string text = operator_text(operation, left, right);
    return over_candidates(operands, text, [&](std::span<const Value> values) {
      return or_invalid(apply_plain({operation, values[0], values[1], dialect}), text);
    });
  }();
  if (!result) return result;
  return std::move(result).value().with_trail(joined_trail(left, right));
}

Result<Value> apply_operator(UnaryOperator operation, const Value& operand,
                             const Dialect& dialect) {
  if (operation == UnaryOperator::Minus)
    return apply_operator(BinaryOperator::Subtract, Value::integer(0), operand, dialect);
  if (operand.is_bool()) return Value::boolean(!operand.as_bool()).with_trail(operand.trail());
  const std::string text = bounded_text("not(" + canonical_text(operand) + ")");
  Result<Value> result = [&]() -> Result<Value> {
    if (!has_cases(operand)) return apply_not(operand, text, dialect);
    return over_candidates(std::span(&operand, 1), text, [&](std::span<const Value> values) {
      return or_invalid(apply_not(values[0], text, dialect), text);
    });
  }();
  if (!result) return result;
  return result.value().with_trail(operand.trail());
}

}  // namespace exr
