#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "policy/rule_scope.h"

namespace exr {

/// What settings of type `pattern` have to do with a value: it is one, it holds some, it is an
/// object's items (`{ key, value }`) with one each, or one such item.
enum class PatternSource : std::uint8_t { None, Pattern, Patterns, Items, Item };

/// A name that an expression binds itself, from the outside in.
struct BoundName {
  std::string_view name;
  PatternSource source = PatternSource::None;
};

/// Tells whether the values of expressions are patterns of settings: only these were checked when
/// the configuration was read. All that it is made of outlives it.
class PatternSources {
 public:
  PatternSources(const RuleScope& scope, const ExpressionTree& tree) : scope_(scope), tree_(tree) {}

  /// The source of a node as seen from a check, with the names that are bound around it.
  PatternSource of(NodeId id, std::uint32_t check, const std::vector<BoundName>& bound) const;
  /// What a lambda's first parameter is in a call of `function` over `array`.
  static PatternSource of_element(PatternSource array);

 private:
  struct Place {
    std::uint32_t check;
    const std::vector<BoundName>& bound;
    // how many definitions were followed
    std::uint32_t depth = 0;
  };

  PatternSource source(NodeId id, const Place& place) const;
  PatternSource source_of_name(std::string_view name, const Place& place) const;
  PatternSource source_of_member(const Node& node, const Place& place) const;
  PatternSource source_of_call(const Node& node, const Place& place) const;

  const RuleScope& scope_;
  const ExpressionTree& tree_;
};

}  // namespace exr
