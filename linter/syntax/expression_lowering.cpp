#include "syntax/expression_lowering.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "syntax/bicep_string.h"

namespace exr {

namespace {

// How many levels of nodes one bracket may take: `(a + -[b])` has a group, an operator, a sign and
// an array.
constexpr std::uint32_t kNodesPerLevel = 4;

}  // namespace

// One level of expressions in expressions, for as long as it lives.
class ExpressionLowering::Level {
 public:
  explicit Level(ExpressionLowering& lowering) : lowering_(lowering) { ++lowering_.depth_; }
  ~Level() { --lowering_.depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  bool is_too_deep() const { return lowering_.depth_ > lowering_.limits_.nesting * kNodesPerLevel; }

 private:
  ExpressionLowering& lowering_;
};

void ExpressionLowering::report(ProblemKind kind, std::string message, Span span) {
  problems_.push_back({.kind = kind, .message = std::move(message), .span = span});
}

NodeId ExpressionLowering::add(NodeKind kind, SyntaxNode node, const std::vector<NodeId>& children,
                               std::uint32_t payload) {
  const Span place = span(node);
  return tree_.add({.kind = kind, .payload = payload, .begin = place.begin, .end = place.end},
                   children);
}

NodeId ExpressionLowering::lower(SyntaxNode node) {
  if (!node) return tree_.add_error({tree_.file(), 0, 0});
  const Level level(*this);
  if (level.is_too_deep()) {
    if (!too_deep_) {
      report(ProblemKind::LimitExceeded,
             "expressions are nested more than " + std::to_string(limits_.nesting) +
                 " deep (limit `nesting`)",
             span(node));
    }
    too_deep_ = true;
    return tree_.add_error(span(node));
  }
  return lower_expression(node);
}

NodeId ExpressionLowering::lower_expression(SyntaxNode node) {
  switch (node.kind()) {
    case SyntaxKind::Identifier:
      return node.is_missing() ? tree_.add_error(span(node))
                               : tree_.add_name(node.text(), span(node));
    case SyntaxKind::Integer:
      return lower_integer(node);
    case SyntaxKind::Boolean:
      return tree_.add_boolean(node.text() == "true", span(node));
    case SyntaxKind::Null:
      return tree_.add_null(span(node));
    case SyntaxKind::String:
    case SyntaxKind::MultilineString:
      return lower_string(node);
    case SyntaxKind::Array:
      return refuse_in_hole(node) ? tree_.add_error(span(node)) : lower_array(node);
    case SyntaxKind::Object:
      return refuse_in_hole(node) ? tree_.add_error(span(node)) : lower_object(node);
    case SyntaxKind::Parenthesized:
      return add(NodeKind::Group, node, {lower(node.first_child())});
    case SyntaxKind::NonNull:
      return lower(node.first_child());
    case SyntaxKind::Member:
      return lower_member(node);
    case SyntaxKind::Index:
      return lower_index(node);
    case SyntaxKind::Nested:
      return add(NodeKind::Nested, node, {lower(node.find(SyntaxField::Object))},
                 tree_.add_text(node.find(SyntaxField::Name).text()));
    case SyntaxKind::Call:
      return lower_call(node);
    case SyntaxKind::MethodCall:
      return lower_method_call(node);
    case SyntaxKind::Unary:
      return lower_unary(node);
    case SyntaxKind::Binary:
      return lower_binary(node);
    case SyntaxKind::Conditional:
      return lower_conditional(node);
    case SyntaxKind::For:
      return lower_loop(node);
    case SyntaxKind::Lambda:
      return lower_lambda(node);
    default:
      return tree_.add_error(span(node));
  }
}

NodeId ExpressionLowering::lower_integer(SyntaxNode node) {
  const std::string_view digits = node.text();
  std::int64_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc() && stop == digits.data() + digits.size())
    return tree_.add_integer_node(value, span(node));
  report(ProblemKind::IntegerOutOfRange,
         "`" + std::string(digits.substr(0, 40)) + "` does not fit in 64 bits", span(node));
  return tree_.add_error(span(node));
}

std::string ExpressionLowering::text_of(SyntaxNode string, std::uint32_t begin, std::uint32_t end,
                                        bool multi_line) {
  const std::string_view piece = string.text().substr(begin - string.begin(), end - begin);
  if (multi_line) return std::string(piece);
  std::optional<std::size_t> bad_escape;
  std::string text = unescaped(piece, &bad_escape);
  if (bad_escape && !string.has_error()) {
    const auto place = static_cast<std::uint32_t>(begin + *bad_escape - shift_);
    report(ProblemKind::SyntaxError,
           "`" + std::string(piece.substr(*bad_escape, 2)) +
               "` is no escape; a backslash is written `\\\\`",
           {tree_.file(), place, place + 2});
  }
  return text;
}

NodeId ExpressionLowering::lower_string(SyntaxNode node) {
  const StringQuotes quotes = quotes_of(node.text());
  std::uint32_t at = node.begin() + static_cast<std::uint32_t>(quotes.open);
  const std::uint32_t end = std::max(at, node.end() - static_cast<std::uint32_t>(quotes.close));
  std::vector<NodeId> pieces;
  bool holes = false;
  const auto add_piece = [&](std::uint32_t until) {
    if (at >= until) return;
    const Span place{tree_.file(), at - shift_, until - shift_};
    pieces.push_back(tree_.add_string(text_of(node, at, until, quotes.multi_line), place));
  };
  for (const SyntaxNode child : node.children()) {
    if (child.kind() != SyntaxKind::Interpolation) continue;
    add_piece(child.begin());
    pieces.push_back(lower_interpolated(child));
    at = child.end();
    holes = true;
  }
  if (!holes)
    return tree_.add_string(at < end ? text_of(node, at, end, quotes.multi_line) : "", span(node));
  add_piece(end);
  return add(NodeKind::Interpolation, node, pieces);
}

NodeId ExpressionLowering::lower_interpolated(SyntaxNode interpolation) {
  const bool before = std::exchange(in_hole_, true);
  const NodeId value = lower(interpolation.first_child());
  in_hole_ = before;
  return value;
}

bool ExpressionLowering::refuse_in_hole(SyntaxNode literal) {
  if (!in_hole_ || literals_in_holes_) return false;
  report(ProblemKind::SyntaxError,
         std::string(literal.is(SyntaxKind::Array) ? "an array" : "an object") +
             " cannot be written inside `${...}`; a variable can hold it",
         span(literal));
  return true;
}

std::string ExpressionLowering::plain_text(SyntaxNode string) {
  if (string.find(SyntaxKind::Interpolation)) {
    report(ProblemKind::SyntaxError, "this must be a plain string; `${...}` is not read here",
           span(string));
    return {};
  }
  const StringQuotes quotes = quotes_of(string.text());
  if (string.text().size() < quotes.open + quotes.close) return {};
  return text_of(string, string.begin() + static_cast<std::uint32_t>(quotes.open),
                 string.end() - static_cast<std::uint32_t>(quotes.close), quotes.multi_line);
}

NodeId ExpressionLowering::lower_array(SyntaxNode node) {
  std::vector<NodeId> members;
  for (const SyntaxNode child : node.children()) {
    if (child.kind() == SyntaxKind::For) return lower_loop(child);
    if (child.kind() == SyntaxKind::Error) {
      members.push_back(lower_unreadable(child));
      continue;
    }
    members.push_back(child.kind() == SyntaxKind::Spread
                          ? add(NodeKind::Spread, child, {lower(child.first_child())})
                          : lower(child));
  }
  return add(NodeKind::Array, node, members);
}

// Something that could not be read stood here: the array or object around it may hold more than is
// known.
NodeId ExpressionLowering::lower_unreadable(SyntaxNode error) {
  return add(NodeKind::Spread, error, {tree_.add_error(span(error))});
}

NodeId ExpressionLowering::lower_object(SyntaxNode node) {
  std::vector<NodeId> entries;
  for (const SyntaxNode child : node.children()) {
    if (const NodeId entry = lower_entry(child); entry != NodeId::kNone) entries.push_back(entry);
  }
  return add_object(node, entries);
}

NodeId ExpressionLowering::lower_entry(SyntaxNode node) {
  if (node.is(SyntaxKind::Property)) return lower_property(node);
  if (node.is(SyntaxKind::Spread)) return add(NodeKind::Spread, node, {lower(node.first_child())});
  return node.is(SyntaxKind::Error) ? lower_unreadable(node) : NodeId::kNone;
}

NodeId ExpressionLowering::add_object(SyntaxNode node, const std::vector<NodeId>& entries) {
  return add(NodeKind::Object, node, entries);
}

NodeId ExpressionLowering::lower_key(SyntaxNode key) {
  if (key.is(SyntaxKind::String) || key.is(SyntaxKind::MultilineString)) return lower_string(key);
  return tree_.add_string(key ? key.text() : "", key ? span(key) : Span{tree_.file(), 0, 0});
}

NodeId ExpressionLowering::lower_property(SyntaxNode node) {
  const NodeId key = lower_key(node.find(SyntaxField::Key));
  return add(NodeKind::Property, node, {key, lower(node.find(SyntaxField::Value))});
}

bool ExpressionLowering::is_namespace(SyntaxNode node) const {
  if (!node.is(SyntaxKind::Identifier) || (node.text() != "sys" && node.text() != "az"))
    return false;
  return std::find(hidden_.begin(), hidden_.end(), node.text()) == hidden_.end();
}

std::vector<NodeId> ExpressionLowering::lower_arguments(SyntaxNode arguments) {
  std::vector<NodeId> result;
  if (!arguments) return result;
  for (const SyntaxNode child : arguments.children()) {
    if (child.kind() != SyntaxKind::Error) result.push_back(lower(child));
  }
  return result;
}

NodeId ExpressionLowering::lower_call(SyntaxNode node) {
  const std::vector<NodeId> arguments = lower_arguments(node.find(SyntaxField::Arguments));
  return tree_.add_call(node.find(SyntaxField::Function).text(), arguments, span(node));
}

NodeId ExpressionLowering::lower_method_call(SyntaxNode node) {
  const SyntaxNode receiver = node.find(SyntaxField::Object);
  const std::string_view name = node.find(SyntaxField::Function).text();
  if (is_namespace(receiver)) {
    return tree_.add_call(name, lower_arguments(node.find(SyntaxField::Arguments)), span(node));
  }
  std::vector<NodeId> children = {lower(receiver)};
  for (const NodeId argument : lower_arguments(node.find(SyntaxField::Arguments)))
    children.push_back(argument);
  return add(NodeKind::MethodCall, node, children, tree_.add_text(name));
}

}  // namespace exr
