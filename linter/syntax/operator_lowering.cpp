#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "syntax/expression_lowering.h"

namespace exr {

namespace {

struct OperatorToken {
  std::string_view token;
  BinaryOperator operation;
};
constexpr std::array kOperators = {
    OperatorToken{"??", BinaryOperator::Coalesce},
    OperatorToken{"||", BinaryOperator::Or},
    OperatorToken{"&&", BinaryOperator::And},
    OperatorToken{"==", BinaryOperator::Equal},
    OperatorToken{"!=", BinaryOperator::NotEqual},
    OperatorToken{"=~", BinaryOperator::EqualIgnoringCase},
    OperatorToken{"!~", BinaryOperator::NotEqualIgnoringCase},
    OperatorToken{"<=", BinaryOperator::LessOrEqual},
    OperatorToken{"<", BinaryOperator::Less},
    OperatorToken{">=", BinaryOperator::GreaterOrEqual},
    OperatorToken{">", BinaryOperator::Greater},
    OperatorToken{"+", BinaryOperator::Add},
    OperatorToken{"-", BinaryOperator::Subtract},
    OperatorToken{"*", BinaryOperator::Multiply},
    OperatorToken{"/", BinaryOperator::Divide},
    OperatorToken{"%", BinaryOperator::Modulo},
};

std::optional<BinaryOperator> find_operator(std::string_view token) {
  for (const OperatorToken& entry : kOperators) {
    if (entry.token == token) return entry.operation;
  }
  return std::nullopt;
}

}  // namespace

NodeId ExpressionLowering::lower_member(SyntaxNode node) {
  const SyntaxNode name = node.find(SyntaxField::Name);
  const auto safe = static_cast<bool>(node.find(SyntaxField::Safe));
  return tree_.add_member(lower(node.find(SyntaxField::Object)), name ? name.text() : "", safe,
                          span(node));
}

NodeId ExpressionLowering::lower_index(SyntaxNode node) {
  const NodeId object = lower(node.find(SyntaxField::Object));
  const NodeId index = lower(node.find(SyntaxField::Index));
  std::uint8_t flags = 0;
  if (node.find(SyntaxField::Safe)) flags |= kSafe;
  if (node.find(SyntaxField::FromEnd)) flags |= kFromEnd;
  const Span place = span(node);
  return tree_.add(
      {.kind = NodeKind::Index, .flags = flags, .begin = place.begin, .end = place.end},
      {object, index});
}

NodeId ExpressionLowering::lower_unary(SyntaxNode node) {
  const bool minus = node.find(SyntaxField::Operator).text() == "-";
  // the one number that fits in 64 bits only with its sign
  if (minus && node.find(SyntaxField::Operand).text() == "9223372036854775808") {
    return tree_.add_integer_node(std::numeric_limits<std::int64_t>::min(), span(node));
  }
  return tree_.add_unary(minus ? UnaryOperator::Minus : UnaryOperator::Not,
                         lower(node.find(SyntaxField::Operand)), span(node));
}

NodeId ExpressionLowering::lower_binary(SyntaxNode node) {
  const NodeId left = lower(node.find(SyntaxField::Left));
  const NodeId right = lower(node.find(SyntaxField::Right));
  const SyntaxNode token = node.find(SyntaxField::Operator);
  const auto operation = token ? find_operator(token.text()) : std::nullopt;
  return operation ? tree_.add_binary(*operation, left, right, span(node))
                   : tree_.add_error(span(node));
}

NodeId ExpressionLowering::lower_conditional(SyntaxNode node) {
  const NodeId condition = lower(node.find(SyntaxField::Condition));
  const NodeId then = lower(node.find(SyntaxField::Consequence));
  const NodeId otherwise = lower(node.find(SyntaxField::Alternative));
  return add(NodeKind::Conditional, node, {condition, then, otherwise});
}

NodeId ExpressionLowering::lower_loop(SyntaxNode node) {
  const NodeId iterable = lower(node.find(SyntaxField::Iterable));
  const SyntaxNode item = node.find(SyntaxField::Item);
  const SyntaxNode index = node.find(SyntaxField::Index);
  const std::size_t hidden = hidden_.size();
  if (item) hide(item.text());
  if (index) hide(index.text());
  const NodeId body = lower(node.find(SyntaxField::Body));
  hidden_.resize(hidden);
  const Span place = span(node);
  return tree_.add({.kind = NodeKind::Loop,
                    .payload = tree_.add_text(item ? item.text() : ""),
                    .second = index ? tree_.add_text(index.text()) : kNoText,
                    .begin = place.begin,
                    .end = place.end},
                   {iterable, body});
}

NodeId ExpressionLowering::lower_lambda(SyntaxNode node) {
  std::vector<NodeId> children;
  const std::size_t hidden = hidden_.size();
  for (const SyntaxNode parameter : node.children()) {
    if (parameter.field() != SyntaxField::Parameter) continue;
    children.push_back(tree_.add_name(parameter.text(), span(parameter)));
    hide(parameter.text());
  }
  const bool in_hole = std::exchange(in_hole_, false);
  children.push_back(lower(node.find(SyntaxField::Body)));
  in_hole_ = in_hole;
  hidden_.resize(hidden);
  return add(NodeKind::Lambda, node, children);
}

}  // namespace exr
