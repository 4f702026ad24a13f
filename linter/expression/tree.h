#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/span.h"
#include "support/shared_text.h"

namespace exr {

/// Names a node of an ExpressionTree.
enum class NodeId : std::uint32_t { kNone = 0xffffffff };

enum class NodeKind : std::uint8_t {
  Null,
  /// operation: 0 false, 1 true
  Boolean,
  /// payload: index of an integer
  Integer,
  /// payload: index of a text
  String,
  /// Pieces in order: String nodes and expressions.
  Interpolation,
  /// Elements: expressions and Spread nodes.
  Array,
  /// Elements: Property and Spread nodes.
  Object,
  /// Children: key (a String or an Interpolation), value. Only in an Object.
  Property,
  /// Child: what is spread into the array or object around it.
  Spread,
  /// payload: the name. A parameter, variable, symbol, local or namespace.
  Name,
  /// Child: what is read. payload: the property's name. flags: kSafe
  Member,
  /// Children: what is read, index. flags: kSafe, kFromEnd
  Index,
  /// Child: the resource. payload: name of the nested resource (`a::b`).
  Nested,
  /// Children: the arguments. payload: name of the function
  Call,
  /// Children: the receiver, then the arguments. payload: name of the function
  /// (`vault.getSecret(...)`, `ns.f(...)`).
  MethodCall,
  /// operation: a UnaryOperator. Child: operand.
  Unary,
  /// operation: a BinaryOperator. Children: left, right.
  Binary,
  /// Children: condition, then, else.
  Conditional,
  /// `[for item in iterable: body]`. Children: iterable, body. payload: name of the item; second:
  /// name of the index, kNoText if none.
  Loop,
  /// Children: the parameters as Name nodes, then the body.
  Lambda,
  /// Parentheses, which end a chain of safe access. Child: what is inside.
  Group,
  /// What could not be parsed; evaluates to Unknown (UnsupportedSyntax).
  Error,
};

enum class UnaryOperator : std::uint8_t { Not, Minus };

enum class BinaryOperator : std::uint8_t {
  Coalesce,
  Or,
  And,
  Equal,
  NotEqual,
  EqualIgnoringCase,
  NotEqualIgnoringCase,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Modulo,
};

/// One node: plain data, so that a tree can be stored and loaded as it is. Small, since a large
/// template has hundreds of thousands.
struct Node {
  NodeKind kind = NodeKind::Null;
  std::uint8_t flags = 0;
  /// Call and MethodCall: index of the function in the table of functions, kNoFunction if it is
  /// none of ours.
  std::uint16_t operation = 0;
  std::uint32_t first_child = 0;
  std::uint32_t child_count = 0;
  std::uint32_t payload = 0;
  std::uint32_t second = 0xffffffff;
  /// Bytes in the tree's file.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

inline constexpr std::uint8_t kSafe = 1;
inline bool is_safe(std::uint8_t flags) { return (flags & kSafe) != 0; }
inline constexpr std::uint8_t kFromEnd = 2;
inline constexpr std::uint16_t kNoFunction = 0xffff;
inline constexpr std::uint32_t kNoText = 0xffffffff;

/// The expressions of one file: nodes in one array, named by index. Built once by a front end, then
/// only read.
class ExpressionTree {
 public:
  explicit ExpressionTree(FileId file = FileId::kNone) : file_(file) {}

  FileId file() const { return file_; }
  const Node& node(NodeId id) const { return nodes_[static_cast<std::size_t>(id)]; }
  NodeId child(const Node& node, std::uint32_t index) const {
    return children_[node.first_child + index];
  }
  /// All of them, or those from the given one on. Valid as long as nothing is added.
  std::span<const NodeId> children(const Node& node, std::uint32_t first = 0) const {
    return std::span(children_).subspan(node.first_child + first, node.child_count - first);
  }
  std::string_view text(std::uint32_t index) const { return texts_[index].str(); }
  const SharedText& shared_text(std::uint32_t index) const { return texts_[index]; }
  std::int64_t integer(const Node& node) const { return integers_[node.payload]; }
  Span span(NodeId id) const { return {file_, node(id).begin, node(id).end}; }
  std::size_t size() const { return nodes_.size(); }

  /// Adds a node over children that were added before. Function names are looked up here.
  NodeId add(Node node, std::span<const NodeId> children);
  NodeId add(Node node, std::initializer_list<NodeId> children = {}) {
    return add(node, std::span(children.begin(), children.size()));
  }
  /// The same text always has the same index.
  std::uint32_t add_text(std::string_view text);
  std::uint32_t add_integer(std::int64_t value);

  // The usual nodes, for front ends.
  NodeId add_null(Span span);
  NodeId add_boolean(bool value, Span span);
  NodeId add_integer_node(std::int64_t value, Span span);
  NodeId add_string(std::string_view text, Span span);
  NodeId add_name(std::string_view name, Span span);
  NodeId add_member(NodeId object, std::string_view name, bool safe, Span span);
  NodeId add_call(std::string_view function, std::span<const NodeId> arguments, Span span);
  NodeId add_call(std::string_view function, std::initializer_list<NodeId> arguments, Span span) {
    return add_call(function, std::span(arguments.begin(), arguments.size()), span);
  }
  NodeId add_binary(BinaryOperator operation, NodeId left, NodeId right, Span span);
  NodeId add_unary(UnaryOperator operation, NodeId operand, Span span);
  NodeId add_error(Span span);

  /// Makes room for the expressions of a text of so many bytes.
  void reserve_for(std::size_t bytes);
  /// Gives back the memory that only adding needs: what is built stays as it is.
  void close();

  /// The raw parts, for storing a tree and loading it again.
  struct Parts {
    std::vector<Node> nodes;
    std::vector<NodeId> children;
    std::vector<SharedText> texts;
    std::vector<std::int64_t> integers;
  };
  static ExpressionTree from_parts(FileId file, Parts parts);
  Parts parts() const { return {nodes_, children_, texts_, integers_}; }

 private:
  FileId file_;
  std::vector<Node> nodes_;
  std::vector<NodeId> children_;
  std::vector<SharedText> texts_;
  std::vector<std::int64_t> integers_;
  // of texts_, while nodes are added
  std::unordered_map<std::string_view, std::uint32_t> index_by_text_;
};

}  // namespace exr
