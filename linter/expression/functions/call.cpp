#include "expression/functions/call.h"

#include <utility>

#include "expression/functions/arguments.h"
#include "expression/operators.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

bool has_text(NodeKind kind) {
  return kind == NodeKind::String || kind == NodeKind::Name || kind == NodeKind::Member ||
         kind == NodeKind::Nested || kind == NodeKind::Call || kind == NodeKind::MethodCall ||
         kind == NodeKind::Loop;
}

// An expression as text: the same for two places exactly where they say the same.
void append_shape(std::string& text, const ExpressionTree& tree, NodeId id) {
  const Node& node = tree.node(id);
  text += std::to_string(static_cast<int>(node.kind)) + "." + std::to_string(node.operation) + "." +
          std::to_string(node.flags);
  if (has_text(node.kind))
    text += canonical_text(Value::string(std::string(tree.text(node.payload))));
  if (node.kind == NodeKind::Loop && node.second != kNoText) text += tree.text(node.second);
  if (node.kind == NodeKind::Integer) text += std::to_string(tree.integer(node));
  text += '(';
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    if (i > 0) text += ',';
    append_shape(text, tree, tree.child(node, i));
  }
  text += ')';
}

// What a lambda is called in canonical texts: by what it says, the file whose names it means, and
// what the expression around it binds, on which its value may depend.
std::string lambda_text(const ExpressionTree& tree, NodeId node, const Local* locals) {
  std::string text = "lambda(" + std::to_string(static_cast<std::uint32_t>(tree.file())) + ":";
  append_shape(text, tree, node);
  for (const Local* local = locals; local != nullptr; local = local->outer) {
    text.append(",").append(local->name).append("=").append(canonical_text(local->value));
  }
  return bounded_text(std::move(text)) + ")";
}

}  // namespace

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

std::string FunctionCall::text() const {
  std::string text = std::string(name_) + "(";
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    if (i > 0) text += ',';
    text += is_lambda(i) ? lambda_text(evaluator_.tree(), nodes_[i], locals_)
                         : canonical_text(arguments_[i]);
  }
  return bounded_text(text + ")");
}

Value FunctionCall::unknown(UnknownReason reason) const {
  return Value::unknown(make_unknown(reason, text()));
}

Value FunctionCall::fail(std::string message) const {
  return evaluator_.failed(ProblemKind::EvaluationError, std::move(message), span_);
}

Value FunctionCall::fail(std::string message, std::size_t argument) const {
  const bool is_written = argument < nodes_.size();
  const Span place = is_written ? evaluator_.tree().span(nodes_[argument]) : span_;
  return evaluator_.failed(ProblemKind::EvaluationError, std::move(message), place);
}

}  // namespace exr
