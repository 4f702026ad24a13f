#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "expression/evaluator.h"
#include "expression/tree.h"
#include "support/result.h"
#include "value/value.h"

namespace exr {

/// One call of a built-in function: its evaluated arguments (a lambda's place holds null), and the
/// way back to the evaluator for lambdas.
class FunctionCall {
 public:
  FunctionCall(std::string_view name, std::span<const Value> arguments,
               std::span<const NodeId> nodes, Span span, Evaluator& evaluator, const Local* locals)
      : name_(name),
        arguments_(arguments),
        nodes_(nodes),
        span_(span),
        evaluator_(evaluator),
        locals_(locals) {}

  std::string_view name() const { return name_; }
  std::size_t size() const { return arguments_.size(); }
  const Value& operator[](std::size_t index) const { return arguments_[index]; }
  std::span<const Value> arguments() const { return arguments_; }
  const Span& span() const { return span_; }
  const Dialect& dialect() const { return evaluator_.dialect(); }
  Evaluator& evaluator() const { return evaluator_; }

  bool is_lambda(std::size_t index) const;
  /// How many parameters the lambda at this argument has.
  std::uint32_t lambda_arity(std::size_t index) const;
  /// Calls the lambda at this argument.
  Value apply(std::size_t index, std::span<const Value> values) const;
  /// The same as a condition.
  Truth test(std::size_t index, std::span<const Value> values) const;

  /// The same call with another spelling of the name, or other arguments. Both outlive the result.
  FunctionCall with(std::string_view name, std::span<const Value> arguments) const {
    return {name, arguments, nodes_, span_, evaluator_, locals_};
  }

  /// The canonical text of this call: `name(argument texts)`, lambdas by what they give of unknown
  /// parameters: `map(param:names,lambda(name,'${name}-pip'))`.
  std::string text() const;
  /// An Unknown that stands for the result of this call.
  Value unknown(UnknownReason reason = UnknownReason::Undecided) const;
  /// The arguments do not fit: null in rules, a Problem and Unknown in templates. The Problem
  /// stands at the call, or at the argument that is wrong.
  Value fail(std::string message) const;
  Value fail(std::string message, std::size_t argument) const;

 private:
  std::string lambda_text(std::size_t index) const;

  std::string_view name_;
  std::span<const Value> arguments_;
  std::span<const NodeId> nodes_;
  Span span_;
  Evaluator& evaluator_;
  const Local* locals_;
};

/// How the table's dispatcher treats null and Unknown arguments before the function sees them.
enum class Treatment : std::uint8_t {
  /// Text, numbers, networks: any Unknown argument makes the result Unknown (over candidates where
  /// there are some), null makes it
  /// Unknown ("not written") in rules. Text with placeholders counts as Unknown unless
  /// kKeepsPlaceholders.
  Scalar,
  /// Array functions: the first argument null is `[]` in rules; an Unknown one is an open array
  /// without members.
  Collection,
  /// The function sees everything itself.
  Raw,
};

enum class Availability : std::uint8_t { Both, Templates, Rules };

/// A row of the table of functions.
struct FunctionEntry {
  /// As people write it (`cidrSubnet`); names are found without case.
  std::string_view name;
  std::uint8_t least_arguments;
  /// 255: any number.
  std::uint8_t most_arguments;
  Treatment treatment;
  Availability availability;
  Value (*function)(const FunctionCall& call);
  bool keeps_placeholders = false;
};

inline constexpr std::uint8_t kAnyNumber = 255;

}  // namespace exr
