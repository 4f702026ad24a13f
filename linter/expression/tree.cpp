#include "expression/tree.h"

#include <utility>

#include "expression/functions/table.h"
#include "support/check.h"

namespace exr {

namespace {

Node node_at(NodeKind kind, Span span) {
  return {.kind = kind, .begin = span.begin, .end = span.end};
}

}  // namespace

NodeId ExpressionTree::add(Node node, std::span<const NodeId> children) {
  for (const NodeId child : children) EXR_CHECK(static_cast<std::size_t>(child) < nodes_.size());
  node.first_child = static_cast<std::uint32_t>(children_.size());
  node.child_count = static_cast<std::uint32_t>(children.size());
  if (node.kind == NodeKind::Call || node.kind == NodeKind::MethodCall)
    node.operation = find_function(text(node.payload));
  children_.insert(children_.end(), children.begin(), children.end());
  nodes_.push_back(node);
  return static_cast<NodeId>(nodes_.size() - 1);
}

std::uint32_t ExpressionTree::add_text(std::string_view text) {
  const auto known = index_by_text_.find(text);
  if (known != index_by_text_.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(std::string(text));
  index_by_text_.emplace(texts_.back().str(), index);
  return index;
}

void ExpressionTree::reserve_for(std::size_t bytes) {
  // dense text has a node for each ten bytes; what stays empty is never touched, and so costs
  // nothing
  constexpr std::size_t kBytesOfNode = 8;
  nodes_.reserve(bytes / kBytesOfNode);
  children_.reserve(bytes / kBytesOfNode);
}

void ExpressionTree::close() { index_by_text_ = {}; }

std::uint32_t ExpressionTree::add_integer(std::int64_t value) {
  integers_.push_back(value);
  return static_cast<std::uint32_t>(integers_.size() - 1);
}

NodeId ExpressionTree::add_null(Span span) { return add(node_at(NodeKind::Null, span)); }

NodeId ExpressionTree::add_boolean(bool value, Span span) {
  Node node = node_at(NodeKind::Boolean, span);
  node.operation = value ? 1 : 0;
  return add(node);
}

NodeId ExpressionTree::add_integer_node(std::int64_t value, Span span) {
  Node node = node_at(NodeKind::Integer, span);
  node.payload = add_integer(value);
  return add(node);
}

NodeId ExpressionTree::add_string(std::string_view text, Span span) {
  Node node = node_at(NodeKind::String, span);
  node.payload = add_text(text);
  return add(node);
}

NodeId ExpressionTree::add_name(std::string_view name, Span span) {
  Node node = node_at(NodeKind::Name, span);
  node.payload = add_text(name);
  return add(node);
}

NodeId ExpressionTree::add_member(NodeId object, std::string_view name, bool safe, Span span) {
  Node node = node_at(NodeKind::Member, span);
  node.payload = add_text(name);
  node.flags = safe ? kSafe : std::uint8_t{0};
  return add(node, {object});
}

NodeId ExpressionTree::add_call(std::string_view function, std::span<const NodeId> arguments,
                                Span span) {
  Node node = node_at(NodeKind::Call, span);
  node.payload = add_text(function);
  return add(node, arguments);
}

NodeId ExpressionTree::add_binary(BinaryOperator operation, NodeId left, NodeId right, Span span) {
  Node node = node_at(NodeKind::Binary, span);
  node.operation = static_cast<std::uint16_t>(operation);
  return add(node, {left, right});
}

NodeId ExpressionTree::add_unary(UnaryOperator operation, NodeId operand, Span span) {
  Node node = node_at(NodeKind::Unary, span);
  node.operation = static_cast<std::uint16_t>(operation);
  return add(node, {operand});
}

NodeId ExpressionTree::add_error(Span span) { return add(node_at(NodeKind::Error, span)); }

ExpressionTree ExpressionTree::from_parts(FileId file, Parts parts) {
  ExpressionTree tree(file);
  tree.nodes_ = std::move(parts.nodes);
  tree.children_ = std::move(parts.children);
  tree.texts_ = std::move(parts.texts);
  tree.integers_ = std::move(parts.integers);
  return tree;
}

}  // namespace exr
