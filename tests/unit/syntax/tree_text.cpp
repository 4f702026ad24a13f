#include "unit/syntax/tree_text.h"

#include <array>

namespace exr {

namespace {

constexpr std::array kOperators = {"??", "||", "&&", "==", "!=", "=~", "!~", "<",
                                   "<=", ">",  ">=", "+",  "-",  "*",  "/",  "%"};

std::string children_text(const ExpressionTree& tree, const Node& node) {
  std::string text;
  for (std::uint32_t i = 0; i < node.child_count; ++i)
    text += " " + tree_text(tree, tree.child(node, i));
  return text;
}

std::string flags_text(const Node& node) {
  return std::string((node.flags & kSafe) != 0 ? "?" : "") +
         ((node.flags & kFromEnd) != 0 ? "^" : "");
}

}  // namespace

std::string tree_text(const ExpressionTree& tree, NodeId id) {
  if (id == NodeId::kNone) return "none";
  const Node& node = tree.node(id);
  const auto name = [&] { return std::string(tree.text(node.payload)); };
  const std::string children = children_text(tree, node);
  switch (node.kind) {
    case NodeKind::Null:
      return "null";
    case NodeKind::Boolean:
      return node.operation != 0 ? "true" : "false";
    case NodeKind::Integer:
      return std::to_string(tree.integer(node));
    case NodeKind::String:
      return "'" + name() + "'";
    case NodeKind::Interpolation:
      return "(text" + children + ")";
    case NodeKind::Array:
      return "(array" + children + ")";
    case NodeKind::Object:
      return "(object" + children + ")";
    case NodeKind::Property:
      return "(property" + children + ")";
    case NodeKind::Spread:
      return "(spread" + children + ")";
    case NodeKind::Name:
      return name();
    case NodeKind::Member:
      return "(." + flags_text(node) + name() + children + ")";
    case NodeKind::Index:
      return "([]" + flags_text(node) + children + ")";
    case NodeKind::Nested:
      return "(::" + name() + children + ")";
    case NodeKind::Call:
      return "(call " + name() + children + ")";
    case NodeKind::MethodCall:
      return "(method " + name() + children + ")";
    case NodeKind::Unary:
      return std::string(node.operation == 0 ? "(not" : "(minus") + children + ")";
    case NodeKind::Binary:
      return "(" + std::string(kOperators.at(node.operation)) + children + ")";
    case NodeKind::Conditional:
      return "(if" + children + ")";
    case NodeKind::Loop:
      return "(for " + name() +
             (node.second == kNoText ? "" : "," + std::string(tree.text(node.second))) + children +
             ")";
    case NodeKind::Lambda:
      return "(lambda" + children + ")";
    case NodeKind::Group:
      return "(group" + children + ")";
    case NodeKind::Error:
      return "error";
  }
  return "?";
}

}  // namespace exr
