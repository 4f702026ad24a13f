#include "policy/needs.h"

#include <algorithm>

namespace exr {

// How many expressions stand in one another; as deep as the limit of nesting at most.
std::uint32_t Needs::levels(NodeId id) const {
  const Node& node = tree_.node(id);
  std::uint32_t deepest = 0;
  for (std::uint32_t i = 0; i < node.child_count; ++i)
    deepest = std::max(deepest, levels(tree_.child(node, i)));
  return deepest + 1;
}

// The levels of an expression with all that it needs; empty where there is trouble.
std::optional<std::uint32_t> Needs::height_of(NodeId root, std::uint32_t depth) {
  const auto [visit, is_new] = visits_.try_emplace(root);
  if (!is_new && visit->second.is_left) return visit->second.height;
  const std::uint32_t own = levels(root);
  if (!is_new || own + depth > kDeepest) {
    trouble_ = is_new ? Trouble::TooDeep : Trouble::Circle;
    return std::nullopt;
  }
  std::uint32_t deepest = 0;
  for (const NodeId needed : needs_[root]) {
    const auto below = height_of(needed, depth + 1);
    if (!below) return std::nullopt;
    deepest = std::max(deepest, *below);
  }
  if (own + deepest > kDeepest) {
    trouble_ = Trouble::TooDeep;
    return std::nullopt;
  }
  visits_[root] = {.is_left = true, .height = own + deepest};
  return own + deepest;
}

void Needs::report_circles(const std::vector<ExpressionField>& fields, RuleFile& file) {
  for (const ExpressionField& field : fields) {
    if (height_of(field.root, 0)) continue;
    file.report(field.scalar.origin(), trouble_ == Trouble::Circle
                                           ? "this needs itself; definitions have no recursion"
                                           : "this needs other definitions in a row of more than " +
                                                 std::to_string(kDeepest) + " expressions");
    return;
  }
}

}  // namespace exr
