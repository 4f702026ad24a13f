// Calls of functions: the user's own, built-in ones, and those of the host.

#include <array>
#include <utility>

#include "expression/evaluator.h"
#include "expression/functions/arguments.h"
#include "expression/functions/call.h"
#include "expression/functions/table.h"
#include "value/print.h"

namespace exr {

namespace {

bool is_available(const FunctionEntry& entry, const Dialect& dialect) {
  if (entry.availability == Availability::Both) return true;
  return (entry.availability == Availability::Rules) == dialect.is_rules();
}

std::string call_text(std::string_view function, std::span<const Value> arguments) {
  std::string text = std::string(function) + "(";
  for (std::size_t i = 0; i < arguments.size(); ++i)
    text += (i == 0 ? "" : ",") + canonical_text(arguments[i]);
  return text + ")";
}

bool is_local(const Local* locals, std::string_view name) {
  for (const Local* local = locals; local != nullptr; local = local->outer) {
    if (local->name == name) return true;
  }
  return false;
}

// The last name of a chain of reads; empty if it has none.
std::optional<std::string_view> last_name(const ExpressionTree& tree, NodeId id) {
  const Node& node = tree.node(id);
  switch (node.kind) {
    case NodeKind::Name:
    case NodeKind::Member:
    case NodeKind::Nested:
      return tree.text(node.payload);
    case NodeKind::Index: {
      const Node& index = tree.node(tree.child(node, 1));
      if (index.kind == NodeKind::String) return tree.text(index.payload);
      return last_name(tree, tree.child(node, 0));
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<Value> Evaluator::evaluate_arguments(std::span<const NodeId> nodes,
                                                 const Local* locals) {
  std::vector<Value> arguments;
  arguments.reserve(nodes.size());
  for (const NodeId argument : nodes)
    arguments.push_back(is_lambda(argument) ? Value() : evaluate(argument, locals));
  return arguments;
}

Value Evaluator::evaluate_call(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const std::string_view name = tree_.text(node.payload);
  if (auto text = named_text(id)) return written_at(Value::string(std::move(*text)), use);
  const std::span<const NodeId> nodes = tree_.children(node);
  const std::vector<Value> arguments = evaluate_arguments(nodes, locals);
  const bool is_ours =
      node.operation != kNoFunction && is_available(function_at(node.operation), dialect_);
  if (is_ours && !host_.declares_function(name)) {
    const FunctionCall call(name, arguments, nodes, use, *this, locals);
    const Value result = call_function(function_at(node.operation), call);
    charge_for(arguments);
    return read_at(within_limits(result, use), use);
  }
  std::optional<Value> result =
      host_.call({.function = name, .arguments = arguments, .receiver = nullptr, .span = use});
  if (result) return read_at(*result, use);
  return written_at(
      Value::unknown(make_unknown(UnknownReason::Invalid, call_text(name, arguments))), use);
}

// Of `nameof(a.b)` the argument is only looked at (Bicep computes it when it compiles).
std::optional<std::string> Evaluator::named_text(NodeId call) {
  const Node& node = tree_.node(call);
  const std::string_view name = tree_.text(node.payload);
  const bool is_nameof = name == "nameof" && node.child_count == 1 && !dialect_.is_rules();
  if (!is_nameof || host_.declares_function(name)) return std::nullopt;
  const auto last = last_name(tree_, tree_.child(node, 0));
  return last ? std::optional(std::string(*last)) : std::nullopt;
}

Value Evaluator::call_built_in(std::string_view name, std::span<const Value> arguments, Span use) {
  const FunctionCall call(name, arguments, {}, use, *this, nullptr);
  return call_function(function_at(find_function(name)), call);
}

// `namespace.function(...)`, where the namespace is no value.
std::optional<Value> Evaluator::call_qualified(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Node& receiver = tree_.node(tree_.child(node, 0));
  if (receiver.kind != NodeKind::Name) return std::nullopt;
  const std::string_view space = tree_.text(receiver.payload);
  if (is_local(locals, space)) return std::nullopt;
  const std::string name = std::string(space) + "." + std::string(tree_.text(node.payload));
  if (!host_.declares_function(name)) return std::nullopt;
  const std::vector<Value> arguments = evaluate_arguments(tree_.children(node, 1), locals);
  return host_.call(
      {.function = name, .arguments = arguments, .receiver = nullptr, .span = tree_.span(id)});
}

Value Evaluator::evaluate_method(NodeId id, const Local* locals, Chain& chain) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  const std::string_view name = tree_.text(node.payload);
  if (std::optional<Value> result = call_qualified(id, locals)) return read_at(*result, use);
  const Value receiver = evaluate_chain(tree_.child(node, 0), locals, chain);
  if (receiver.is_null())
    return missing([&] { return "function `" + std::string(name) + "` is called on null"; },
                   [&] { return "null." + std::string(name); },
                   chain == Chain::Safe ? kSafe : std::uint8_t{0}, use);
  const std::vector<Value> arguments = evaluate_arguments(tree_.children(node, 1), locals);
  std::optional<Value> result =
      host_.call({.function = name, .arguments = arguments, .receiver = &receiver, .span = use});
  if (result) return read_at(*result, use);
  const UnknownReason reason =
      receiver.is_unknown() ? receiver.as_unknown().reason : UnknownReason::Invalid;
  const std::string text = canonical_text(receiver) + "." + call_text(name, arguments);
  return written_at(Value::unknown(make_unknown(reason, text)).with_trail(receiver.trail()), use);
}

}  // namespace exr
