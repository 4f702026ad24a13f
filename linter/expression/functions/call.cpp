#include "expression/functions/call.h"

#include <utility>
#include <vector>

#include "expression/functions/arguments.h"
#include "expression/operators.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

bool FunctionCall::is_lambda(std::size_t index) const {
  return index < nodes_.size() && evaluator_.is_lambda(nodes_[index]);
}

std::uint32_t FunctionCall::lambda_arity(std::size_t index) const {
  return is_lambda(index) ? evaluator_.lambda_arity(nodes_[index]) : 0;
}

Value FunctionCall::apply(std::size_t index, std::span<const Value> values) const {
  if (!is_lambda(index)) return refused(*this, "a lambda", index);
  return evaluator_.apply(nodes_[index], values, locals_);
}

Truth FunctionCall::test(std::size_t index, std::span<const Value> values) const {
  const Value result = apply(index, values);
  const std::optional<Truth> truth = truth_value(result);
  if (truth) return *truth;
  (void)fail("the lambda of `" + std::string(name_) + "` gives " +
             std::string(kind_phrase(result)) + " where true or false is needed");
  return Truth::Unknown;
}

// What a lambda gives of parameters of which nothing is known.
std::string FunctionCall::lambda_text(std::size_t index) const {
  const ExpressionTree& tree = evaluator_.tree();
  const Node& lambda = tree.node(nodes_[index]);
  std::string text = "lambda(";
  std::vector<Value> parameters;
  for (std::uint32_t i = 0; i < lambda_arity(index); ++i) {
    const std::string name(tree.text(tree.node(tree.child(lambda, i)).payload));
    parameters.push_back(Value::unknown(make_unknown(UnknownReason::Undecided, name)));
    text += name + ",";
  }
  const UndecidedBranch undecided(evaluator_.evaluation());
  return bounded_text(text + canonical_text(apply(index, parameters))) + ")";
}

std::string FunctionCall::text() const {
  std::string text = std::string(name_) + "(";
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    if (i > 0) text += ',';
    text += is_lambda(i) ? lambda_text(i) : canonical_text(arguments_[i]);
  }
  return bounded_text(text + ")");
}

Value FunctionCall::unknown(UnknownReason reason) const {
  return Value::unknown(make_unknown(reason, text()));
}

Value FunctionCall::fail(std::string message) const {
  return evaluator_.failed(ProblemKind::EvaluationError, std::move(message), span_, text());
}

Value FunctionCall::fail(std::string message, std::size_t argument) const {
  const bool is_written = argument < nodes_.size();
  const Span place = is_written ? evaluator_.tree().span(nodes_[argument]) : span_;
  return evaluator_.failed(ProblemKind::EvaluationError, std::move(message), place, text());
}

}  // namespace exr
