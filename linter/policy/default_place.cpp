#include "policy/default_place.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace exr {

namespace {

struct Search {
  const ExpressionTree& tree;
  const Definitions& definitions;
  std::vector<std::string_view> bound = {};
  NodeId self = NodeId::kNone;

  enum class Root : std::uint8_t { Other, Self, Each };

  Root root_of(NodeId id) const {
    const Node& node = tree.node(id);
    if (node.kind == NodeKind::Member || node.kind == NodeKind::Index)
      return root_of(tree.child(node, 0));
    if (node.kind != NodeKind::Name) return Root::Other;
    const std::string_view name = tree.text(node.payload);
    if (std::find(bound.begin(), bound.end(), name) != bound.end()) return Root::Other;
    if (definitions.is_each_name(name, Level::Check)) return Root::Each;
    return name == "self" ? Root::Self : Root::Other;
  }

  NodeId find(NodeId id) {
    const Node& node = tree.node(id);
    const Root root = root_of(id);
    const bool is_path = node.kind != NodeKind::Name;
    if (root == Root::Each || (root == Root::Self && is_path)) return id;
    if (root == Root::Self && self == NodeId::kNone) self = id;
    const std::size_t before = bound.size();
    if (node.kind == NodeKind::Lambda) {
      for (std::uint32_t i = 0; i + 1 < node.child_count; ++i)
        bound.push_back(tree.text(tree.node(tree.child(node, i)).payload));
    }
    NodeId found = NodeId::kNone;
    for (std::uint32_t i = 0; i < node.child_count && found == NodeId::kNone; ++i)
      found = find(tree.child(node, i));
    bound.resize(before);
    return found;
  }
};

}  // namespace

NodeId default_place(const Rule& rule, const Check& check, const Definitions& definitions) {
  if (check.condition == NodeId::kNone) return NodeId::kNone;
  Search search{rule.tree, definitions};
  const NodeId path = search.find(check.condition);
  return path == NodeId::kNone ? search.self : path;
}

}  // namespace exr
