#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "expression/evaluator.h"
#include "syntax/bicep_expression.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

/// An Unknown as a parameter without value is.
inline Value unknown_parameter(std::string_view name) {
  return Value::unknown(
      make_unknown(UnknownReason::ParameterWithoutValue, "param:" + std::string(name)));
}

/// Evaluates expressions in text form, with names, one resource `res`, and a function `double`.
class EvaluationHost : public Host {
 public:
  explicit EvaluationHost(Dialect dialect) : dialect_(dialect) { evaluation_.limits = &limits_; }

  void set(std::string_view name, Value value) {
    names_.insert_or_assign(std::string(name), std::move(value));
  }
  /// An unknown parameter that has one of the given values.
  void set_one_of(std::string_view name, const std::vector<Value>& values) {
    Unknown unknown = unknown_parameter(name).as_unknown();
    for (std::uint32_t i = 0; i < values.size(); ++i)
      unknown.candidates.push_back({{{unknown.text, i}}, values[i]});
    set(name, Value::unknown(std::move(unknown), place));
  }

  Value evaluate(std::string_view text) {
    tree_ = ExpressionTree(FileId{0});
    Problems syntax;
    const NodeId root = read_expression(text, tree_, limits_, syntax);
    if (root == NodeId::kNone)
      return Value::string("not readable: " + (syntax.empty() ? "" : syntax[0].message));
    return Evaluator(tree_, *this, evaluation_, dialect_).evaluate(root);
  }
  /// The value as JSON, an Unknown as `~` and its text; the message of the first problem if there
  /// is one.
  std::string json(std::string_view text) {
    problems.clear();
    evaluation_.told.clear();
    const Value value = evaluate(text);
    if (!problems.empty()) return "problem: " + problems[0].message;
    return value.is_unknown() ? "~" + value.as_unknown().text : to_json(value);
  }

  /// Where what the test gives is written.
  const Span place{FileId{9}, 10, 20};
  Problems problems;
  Limits& limits() { return limits_; }
  Evaluation& evaluation() { return evaluation_; }

  std::optional<Value> find_name(std::string_view name, Span) override {
    if (name == "res") return Value::resource(ResourceHandle{0}, place);
    const auto found = names_.find(name);
    return found == names_.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<Value> call(const HostCall& call) override {
    const bool plain = call.receiver == nullptr;
    if (plain && (call.function == "double" || call.function == "space.double"))
      return Value::integer(call.arguments[0].as_int() * 2);
    if (call.function == "getSecret" && call.receiver != nullptr && call.receiver->is_resource())
      return Value::string("secret of " + resource_text(call.receiver->as_resource()));
    return std::nullopt;
  }
  bool declares_function(std::string_view name) override {
    return name == "double" || name == "space.double";
  }
  Value property(ResourceHandle, std::string_view name, Span) override {
    return name == "location" ? Value::string("westeurope", place) : Value();
  }
  std::optional<Value> nested(ResourceHandle, std::string_view name, Span) override {
    return name == "child" ? std::optional(Value::string("the child")) : std::nullopt;
  }
  std::string resource_text(ResourceHandle) override { return "/the/id"; }
  void report(Problem problem) override { problems.push_back(std::move(problem)); }

 private:
  Dialect dialect_;
  Limits limits_;
  Evaluation evaluation_;
  ExpressionTree tree_;
  std::map<std::string, Value, std::less<>> names_;
};

}  // namespace exr
