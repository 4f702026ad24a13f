// Operators that decide what is evaluated, and the way to the others.

#include <array>
#include <utility>

#include "expression/candidates.h"
#include "expression/evaluator.h"
#include "expression/functions/arguments.h"
#include "expression/operator_text.h"
#include "expression/operators.h"
#include "value/compare.h"
#include "value/joined_trail.h"
#include "value/print.h"

namespace exr {

namespace {

Truth kleene(BinaryOperator operation, Truth left, Truth right) {
  return operation == BinaryOperator::And ? both(left, right) : either(left, right);
}

// Of two sides of which neither decides alone.
Value undecided_logic(BinaryOperator operation, const Value& left, const Value& right) {
  const std::array<Value, 2> sides = {left, right};
  const std::string text = operator_text(operation, left, right);
  if (left.is_unknown() && right.is_unknown() && left.as_unknown().text == right.as_unknown().text)
    return left;
  const bool any_null = left.is_null() || right.is_null();
  if (any_null) return Value::unknown(make_unknown(UnknownReason::NotWritten, text));
  return over_candidates(sides, text, [&](std::span<const Value> values) {
    const Truth truth = kleene(operation, truth_value(values[0]).value_or(Truth::Unknown),
                               truth_value(values[1]).value_or(Truth::Unknown));
    if (truth != Truth::Unknown) return Value::boolean(truth == Truth::True);
    return Value::unknown(make_unknown(reason_among(values), text));
  });
}

std::string needs_truth(std::string_view where, const Value& value) {
  return "`" + std::string(where) + "` takes true or false, not " + std::string(kind_phrase(value));
}

}  // namespace

Value Evaluator::evaluate_binary(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const auto operation = static_cast<BinaryOperator>(node.operation);
  if (operation == BinaryOperator::Coalesce) return evaluate_coalesce(id, locals);
  if (operation == BinaryOperator::And || operation == BinaryOperator::Or)
    return evaluate_logic(id, locals);
  const Value left = evaluate(tree_.child(node, 0), locals);
  const Value right = evaluate(tree_.child(node, 1), locals);
  Result<Value> result = apply_operator(operation, left, right, dialect_);
  if (!result)
    return wrong(result.failure().message, tree_.span(id), operator_text(operation, left, right));
  return written_at(std::move(result).value(), tree_.span(id));
}

Value Evaluator::evaluate_unary(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Value operand = evaluate(tree_.child(node, 0), locals);
  Result<Value> result =
      apply_operator(static_cast<UnaryOperator>(node.operation), operand, dialect_);
  if (!result) return wrong(result.failure().message, tree_.span(id));
  return written_at(std::move(result).value(), tree_.span(id));
}

Value Evaluator::evaluate_logic(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const auto operation = static_cast<BinaryOperator>(node.operation);
  const Truth decisive = operation == BinaryOperator::And ? Truth::False : Truth::True;
  const auto truth_of_side = [&](const Value& side) {
    return side.is_null() && !dialect_.is_rules() ? std::nullopt : truth_value(side);
  };
  const Value left = evaluate(tree_.child(node, 0), locals);
  const std::optional<Truth> first = truth_of_side(left);
  if (!first) return wrong(needs_truth(operator_sign(operation), left), use);
  if (*first == decisive) return written_at(left, use);

  std::optional<UndecidedBranch> undecided;
  if (*first == Truth::Unknown) undecided.emplace(evaluation_);
  const Value right = evaluate(tree_.child(node, 1), locals);
  const std::optional<Truth> second = truth_of_side(right);
  if (!second) return wrong(needs_truth(operator_sign(operation), right), use);
  if (*second == decisive || (right.is_unknown() && *first == opposite(decisive)))
    return written_at(right, use);
  if (left.is_unknown() && *second == opposite(decisive)) return written_at(left, use);
  if (*first != Truth::Unknown && *second != Truth::Unknown) return written_at(right, use);
  const std::array<Value, 2> sides = {left, right};
  return written_at(undecided_logic(operation, left, right)
                        .with_trail(joined_trail(sides.data(), sides.data() + 2)),
                    use);
}

Value Evaluator::evaluate_coalesce(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const Value left = evaluate(tree_.child(node, 0), locals);
  if (!may_be_null(left, dialect_)) return written_at(left, use);
  if (left.is_null()) return written_at(evaluate(tree_.child(node, 1), locals), use);
  const UndecidedBranch undecided(evaluation_);
  const Value right = evaluate(tree_.child(node, 1), locals);
  if (equals(left, right, TextComparison::Exact) == Truth::True) return written_at(left, use);
  const std::string text = operator_text(BinaryOperator::Coalesce, left, right);
  std::vector<Candidate> cases;
  for (const Candidate& candidate : left.as_unknown().candidates) {
    // a case that is undecided itself ends the closed set
    if (candidate.value.is_unknown() && may_be_null(candidate.value, dialect_)) {
      cases.clear();
      break;
    }
    add_cases(candidate.choices, candidate.value.is_null() ? right : candidate.value, cases);
  }
  const std::array<Value, 2> sides = {left, right};
  const Value result = one_of(std::move(cases), left.as_unknown().reason, text);
  TrailPointer trail = joined_trail(sides.data(), sides.data() + sides.size());
  return chosen(written_at(result.with_trail(std::move(trail)), use));
}

Value Evaluator::evaluate_conditional(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const Value condition = evaluate(tree_.child(node, 0), locals);
  if (condition.is_bool())
    return written_at(evaluate(tree_.child(node, condition.as_bool() ? 1 : 2), locals), use);
  const bool is_undecided = condition.is_unknown() || (condition.is_null() && dialect_.is_rules());
  if (!is_undecided) return wrong(needs_truth("?:", condition), use);
  const UndecidedBranch undecided(evaluation_);
  const Value then = evaluate(tree_.child(node, 1), locals);
  const Value otherwise = evaluate(tree_.child(node, 2), locals);
  return chosen(written_at(chosen_by(condition, then, otherwise), use));
}

}  // namespace exr
