#include "policy/message_template.h"

#include <cstdint>

namespace exr {

std::string message_template(const ExpressionTree& tree, NodeId message) {
  const Node& node = tree.node(message);
  if (node.kind == NodeKind::String) return std::string(tree.text(node.payload));
  std::string text;
  std::uint32_t hole = 0;
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const Node& piece = tree.node(tree.child(node, i));
    if (piece.kind == NodeKind::String) {
      text += tree.text(piece.payload);
    } else {
      text += "{" + std::to_string(hole++) + "}";
    }
  }
  return text;
}

}  // namespace exr
