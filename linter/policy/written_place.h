#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "expression/tree.h"
#include "policy/rule_host.h"
#include "source/span.h"
#include "value/trail.h"
#include "value/value.h"

namespace exr {

/// What was written, as near to an expression's value as anything was.
struct WrittenPlace {
  enum class Nearness : std::uint8_t {
    /// The value itself.
    Value,
    /// The object or array around it, because it is not written.
    Enclosing,
    /// The declaration of a resource.
    Declaration,
  };
  Nearness nearness = Nearness::Value;
  Span span;
  TrailPointer trail;
  /// The resource that the expression reads, where it reads one.
  std::optional<ResourceHandle> owner;
};

/// Finds where in the user's files the values of rule expressions were written. The host outlives
/// it.
class WrittenPlaces {
 public:
  explicit WrittenPlaces(RuleHost& host);

  /// The place of an expression of the rule: of its value, else of the nearest enclosing thing that
  /// was written. Empty if nothing was.
  std::optional<WrittenPlace> find(NodeId node, Level level);
  /// The place of a value alone; of an array that nobody wrote, of its first member that has one.
  std::optional<WrittenPlace> find(const Value& value, std::uint32_t depth = 0) const;

 private:
  struct Expression {
    const ExpressionTree& tree;
    NodeId node;
    Level level;
    const Local* locals;
    std::uint32_t depth;
    Expression child(NodeId id) const { return {tree, id, level, locals, depth + 1}; }
  };

  std::optional<WrittenPlace> find(const Expression& expression);
  std::optional<WrittenPlace> find_inside(const Expression& expression);
  std::optional<WrittenPlace> find_in_children(const Expression& expression);
  std::optional<WrittenPlace> find_in_call(const Expression& expression);
  std::optional<WrittenPlace> find_in_name(const Expression& expression);
  std::optional<WrittenPlace> find_in_choice(const Expression& expression);
  std::optional<ResourceHandle> owner_of(const Expression& expression);
  bool is_users(Span span) const { return span.valid() && !files_of_rules_.contains(span.file); }

  RuleHost& host_;
  // what stands in rules, tables and settings was not written by whoever is judged
  std::set<FileId> files_of_rules_;
};

}  // namespace exr
