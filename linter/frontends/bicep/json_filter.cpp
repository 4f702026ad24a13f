#include "frontends/bicep/json_filter.h"

#include "frontends/bicep/json_comparison.h"

namespace exr {

namespace {

using Operator = JsonFilter::Operator;

JsonPath::Matches matches_of(const JsonFilter::Operand& operand, const Value& value,
                             JsonSelection& selection) {
  if (!operand.path) return {&operand.literal};
  return operand.path->select(operand.is_of_document ? selection.document() : value, selection);
}

bool holds_order(Operator operation, int order) {
  switch (operation) {
    case Operator::Less:
      return order < 0;
    case Operator::LessOrEqual:
      return order <= 0;
    case Operator::More:
      return order > 0;
    default:
      return order >= 0;
  }
}

bool compare(const Value& left, Operator operation, const Value& right, JsonSelection& selection) {
  const bool has_container =
      left.is_array() || left.is_object() || right.is_array() || right.is_object();
  if (has_container) return operation == Operator::NotEqual;
  if (operation == Operator::Equal) return are_equal_in_json(left, right);
  if (operation == Operator::NotEqual || operation == Operator::NotEqualValue)
    return !are_equal_in_json(left, right);
  const std::optional<int> order = order_in_json(left, right);
  if (!order) selection.fail("a comparison of values of two kinds");
  return order && holds_order(operation, *order);
}

// Where paths select several values, one pair of them is enough.
bool holds(const JsonFilter::Term& term, const Value& value, JsonSelection& selection) {
  const JsonPath::Matches lefts = matches_of(term.left, value, selection);
  if (term.operation == Operator::Exists) return !lefts.empty();
  if (term.operation == Operator::Matches) {
    for (const Value* left : lefts) {
      if (left->is_string() && term.pattern->occurs_in(left->as_string())) return true;
    }
    return false;
  }
  if (lefts.empty()) return false;
  const JsonPath::Matches rights = matches_of(term.right, value, selection);
  for (const Value* left : lefts) {
    for (const Value* right : rights) {
      if (!selection.may_go_on()) return false;
      if (compare(*left, term.operation, *right, selection)) return true;
    }
  }
  return false;
}

}  // namespace

bool JsonFilter::fits(const Value& value, JsonSelection& selection) const {
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const bool one = holds(terms_[i], value, selection);
    const bool decides = terms_[i].goes_on_with == Joint::Or ? one : !one;
    if (decides || i + 1 == terms_.size()) return one;
  }
  return false;
}

}  // namespace exr
