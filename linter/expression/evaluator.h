#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expression/dialect.h"
#include "expression/evaluation.h"
#include "expression/host.h"
#include "expression/tree.h"
#include "support/limits.h"
#include "value/containers.h"
#include "value/unknown.h"
#include "value/value.h"

namespace exr {

/// Computes the values of expressions of one tree. Cheap to make. Tree, host and evaluation outlive
/// it.
class Evaluator {
 public:
  Evaluator(const ExpressionTree& tree, Host& host, Evaluation& evaluation, Dialect dialect)
      : tree_(tree),
        host_(host),
        evaluation_(evaluation),
        dialect_(dialect),
        most_levels_(limits().nesting * kLevelsPerNesting),
        most_steps_(limits().evaluation_steps) {}

  /// The value of a node. Never fails: what cannot be computed is Unknown, and a Problem was
  /// reported where it is the user's mistake.
  Value evaluate(NodeId id, const Local* locals = nullptr);
  /// Calls a Lambda node with values for its parameters; surplus values are left out.
  Value apply(NodeId lambda, std::span<const Value> arguments, const Local* locals);
  /// Whether the node is a Lambda, and how many parameters it has.
  bool is_lambda(NodeId id) const { return tree_.node(id).kind == NodeKind::Lambda; }
  std::uint32_t lambda_arity(NodeId id) const { return tree_.node(id).child_count - 1; }

  const ExpressionTree& tree() const { return tree_; }
  Host& host() { return host_; }
  const Dialect& dialect() const { return dialect_; }
  Evaluation& evaluation() { return evaluation_; }

  /// A value read from a property, an element or a name, with the chosen candidate in place of an
  /// Unknown that has some.
  Value chosen(Value value);
  /// What reading property `name` of a value gives (also of a resource), as `.name` does. `use` is
  /// the place of the expression.
  Value member(const Value& object, std::string_view name, Span use);
  /// What reading element `index` of a value gives, as `[index]` does.
  Value element(const Value& container, const Value& index, std::uint8_t flags, Span use);
  /// Reports a mistake of the template's author (Strict) and gives Unknown; gives null in rules,
  /// where nothing raises. `text` is the canonical text of what failed; without one the Unknown is
  /// named by its place.
  Value failed(ProblemKind kind, std::string message, Span use, std::string text = {});
  /// Counts work as steps of the evaluation, for functions that do more than the size of their
  /// arguments says. False once the limit is reached, which is reported: then the result does not
  /// matter any more.
  bool spend(std::uint64_t steps, Span use);

 private:
  // How many levels of evaluation one level of nesting may take: an operand of an operator is a
  // level here and none of brackets. A level takes up to 9 KiB of stack in a build with sanitizers,
  // and what a host needs to evaluate a declaration comes on top.
  static constexpr std::uint32_t kLevelsPerNesting = 2;

  // One level of expressions in expressions, for as long as it lives.
  class Level {
   public:
    explicit Level(Evaluation& evaluation) : evaluation_(evaluation) { ++evaluation_.depth; }
    ~Level() { --evaluation_.depth; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    Evaluation& evaluation_;
  };
  /// Whether a chain of reads (`a.?b.c[0]`) has passed a safe link: from there on a property or
  /// element that is not there makes all of it null.
  enum class Chain : std::uint8_t { Strict, Safe };

  Value evaluate_chain(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_node(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_member(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_index(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_nested(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_method(NodeId id, const Local* locals, Chain& chain);
  Value evaluate_name(NodeId id, const Local* locals);
  Value evaluate_interpolation(NodeId id, const Local* locals);
  Value evaluate_array(NodeId id, const Local* locals);
  Value evaluate_object(NodeId id, const Local* locals);
  Value evaluate_loop(NodeId id, const Local* locals);
  Value evaluate_call(NodeId id, const Local* locals);
  Value evaluate_binary(NodeId id, const Local* locals);
  Value evaluate_unary(NodeId id, const Local* locals);
  Value evaluate_logic(NodeId id, const Local* locals);
  Value evaluate_coalesce(NodeId id, const Local* locals);
  Value evaluate_conditional(NodeId id, const Local* locals);

  Value read_if_present(const Value& resource, std::string_view name, Span use);
  Value read_member(const Value& object, std::string_view name, std::uint8_t flags, Span use);
  Value read_element(const Value& container, const Value& index, std::uint8_t flags, Span use);
  Value read_property(const Value& object, std::string_view name, std::uint8_t flags, Span use,
                      std::string_view shown);
  Value array_element(const Value& container, const Value& index, std::uint8_t flags, Span use);
  // What is read is not there: null behind a safe link and in rules, else what `message()` says;
  // `text()` is the canonical text of what is read.
  template <typename Message, typename Text>
  Value missing(const Message& message, const Text& text, std::uint8_t flags, Span use) {
    if (is_safe(flags) || dialect_.is_rules()) return written_at(Value(), use);
    return wrong(message(), use, text());
  }
  Value missing_part(const Value& object, std::string_view name, Span use) const;
  Value unknown_part(const Value& whole, std::string text, std::uint8_t flags, Span use) const;

  Value joined_text(std::span<const Value> parts, Span use);
  Value joined_parts(std::string_view function, std::span<const Value> parts, Span use);
  bool spreads(const Value& value, Span use);
  void add_property(Object& object, NodeId id, const Local* locals);
  Value run_loop(NodeId id, const Value& iterable, const Local* locals);
  Value loop_body(NodeId id, Value item, Value index, const Local* locals);
  Value call_built_in(std::string_view name, std::span<const Value> arguments, Span use);
  std::vector<Value> evaluate_arguments(std::span<const NodeId> nodes, const Local* locals);
  std::optional<std::string> named_text(NodeId call);
  std::optional<Value> call_qualified(NodeId id, const Local* locals);

  const Limits& limits() const {
    static constexpr Limits kDefaults;
    return evaluation_.limits == nullptr ? kDefaults : *evaluation_.limits;
  }
  /// Counts a step; false, and a Problem, past the limit of steps or depth.
  bool may_go_on(NodeId id) {
    if (evaluation_.depth > most_levels_ || evaluation_.steps >= most_steps_) return stop_at(id);
    ++evaluation_.steps;
    return true;
  }
  bool stop_at(NodeId id);
  /// Counts the work of looking through arguments, and the memory of what a node made, as steps.
  void charge_for(std::span<const Value> arguments);
  void charge_for(const Value& made, NodeKind by);
  /// The value, or Unknown with a Problem if it is nested too deep or too large.
  Value within_limits(Value value, Span use);
  /// Where the expression at `place` puts a value: there, in templates.
  Value written_at(Value value, const Span& place) const {
    if (!dialect_.values_move) return value;
    const Span& origin = value.origin();
    const TrailPointer& first = value.trail() == nullptr && origin.valid() && origin != place
                                    ? evaluation_.literal_steps.step(origin)
                                    : value.trail();
    return std::move(value).moved_to(place, first);
  }
  bool is_choosing() const { return evaluation_.watching || !evaluation_.chosen.empty(); }
  Value read_at(Value value, const Span& place) {
    Value read = written_at(std::move(value), place);
    return is_choosing() ? chosen(std::move(read)) : read;
  }
  /// A mistake of the kind "this operator does not take that".
  Value wrong(std::string message, Span use, std::string text = {}) {
    return failed(ProblemKind::EvaluationError, std::move(message), use, std::move(text));
  }

  const ExpressionTree& tree_;
  Host& host_;
  Evaluation& evaluation_;
  Dialect dialect_;
  std::uint32_t most_levels_;
  std::uint64_t most_steps_;
};

}  // namespace exr
