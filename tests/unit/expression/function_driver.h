#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/evaluator.h"
#include "expression/functions/table.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

/// Calls built-in functions with values, as the evaluator does.
class FunctionDriver : public Host {
 public:
  explicit FunctionDriver(Dialect dialect = kTemplateDialect)
      : evaluator_(tree_, *this, evaluation_, dialect) {
    evaluation_.limits = &limits_;
  }

  Value call(std::string_view name, const std::vector<Value>& arguments) {
    return call(name, arguments, {});
  }
  /// With a lambda as last argument.
  Value call_with(std::string_view name, std::vector<Value> arguments, NodeId lambda) {
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < arguments.size(); ++i) nodes.push_back(tree_.add_null({}));
    nodes.push_back(lambda);
    arguments.emplace_back();
    return call(name, arguments, nodes);
  }
  std::string json(std::string_view name, const std::vector<Value>& arguments) {
    return to_json(call(name, arguments));
  }

  /// `x => x.property OPERATION value`.
  NodeId member_test(std::string_view property, BinaryOperator operation, std::int64_t value) {
    const NodeId left = member(property);
    return lambda(tree_.add_binary(operation, left, tree_.add_integer_node(value, {}), {}));
  }
  /// `x => x.property`.
  NodeId member_lambda(std::string_view property) { return lambda(member(property)); }
  /// `(a, b) => a < b`.
  NodeId less_lambda() {
    const NodeId body = tree_.add_binary(BinaryOperator::Less, tree_.add_name("a", {}),
                                         tree_.add_name("b", {}), {});
    return tree_.add({.kind = NodeKind::Lambda},
                     {tree_.add_name("a", {}), tree_.add_name("b", {}), body});
  }

  const Problems& problems() const { return problems_; }
  Limits& limits() { return limits_; }

  std::optional<Value> find_name(std::string_view, Span) override { return std::nullopt; }
  std::optional<Value> call(const HostCall&) override { return std::nullopt; }
  bool declares_function(std::string_view) override { return false; }
  Value property(ResourceHandle, std::string_view, Span) override { return {}; }
  std::optional<Value> nested(ResourceHandle, std::string_view, Span) override {
    return std::nullopt;
  }
  std::string resource_text(ResourceHandle) override {
    return "/subscriptions/s/resourceGroups/g/providers/A.B/c/d";
  }
  void report(Problem problem) override { problems_.push_back(std::move(problem)); }

 private:
  Value call(std::string_view name, const std::vector<Value>& arguments,
             const std::vector<NodeId>& nodes) {
    const FunctionEntry& entry = function_at(find_function(name));
    return call_function(entry, FunctionCall(name, arguments, nodes, {}, evaluator_, nullptr));
  }
  NodeId member(std::string_view property) {
    const NodeId item = tree_.add_name("x", {});
    return property.empty() ? item : tree_.add_member(item, property, false, {});
  }
  NodeId lambda(NodeId body) {
    return tree_.add({.kind = NodeKind::Lambda}, {tree_.add_name("x", {}), body});
  }

  ExpressionTree tree_;
  Limits limits_;
  Evaluation evaluation_;
  Problems problems_;
  Evaluator evaluator_;
};

inline Value text(std::string_view content) { return Value::string(std::string(content)); }
inline Value integer(std::int64_t number) { return Value::integer(number); }
inline Value unknown(std::string_view name) {
  return Value::unknown(make_unknown(UnknownReason::ParameterWithoutValue, std::string(name)));
}
/// `known` followed by an unknown part.
inline Value partly(std::string_view known, std::string_view name) {
  return text_from_pieces({{std::string(known), true}, {std::string(name), false}},
                          UnknownReason::ParameterWithoutValue);
}
inline Value list(const std::vector<Value>& members) {
  Array array;
  for (const Value& member : members) array.add(member);
  return Value::array(std::move(array));
}
/// An array whose last `possible` members may not be there.
inline Value list_with_possible(const std::vector<Value>& members, std::size_t possible,
                                bool open = false) {
  Array array;
  for (std::size_t i = 0; i < members.size(); ++i)
    array.add(members[i], i + possible < members.size());
  array.open = open;
  if (open) array.open_text = "more";
  return Value::array(std::move(array));
}
inline Value record(const std::vector<std::pair<std::string, Value>>& properties) {
  Object object;
  for (const auto& [name, value] : properties) object.set(name, value);
  return Value::object(std::move(object));
}

}  // namespace exr
