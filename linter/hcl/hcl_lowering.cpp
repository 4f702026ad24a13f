#include "hcl/hcl_lowering.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "hcl/hcl_text.h"

namespace exr {

namespace {

// Brackets cannot be deeper than the limit of nesting, but operators bind without brackets.
constexpr std::uint32_t kDeepestExpression = 1000;

bool is_postfix(HclKind kind) {
  return kind == HclKind::Member || kind == HclKind::Index || kind == HclKind::LegacyIndex ||
         kind == HclKind::AttributeSplat || kind == HclKind::FullSplat;
}

HclNode only_expression(HclNode node) { return node.first_child(); }

bool is_trimmed(HclNode hole) {
  return hole.text().substr(2).starts_with('~') || hole.text().ends_with("~}");
}

// Directives, and marks that take blanks away, are not followed.
bool has_unread_piece(const std::vector<HclNode>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [](HclNode piece) {
    return piece.is(HclKind::Directive) || (piece.is(HclKind::Interpolation) && is_trimmed(piece));
  });
}

// The texts of the pieces that are text; empty ones for the others.
std::vector<std::string> texts_of(const std::vector<HclNode>& pieces, bool is_heredoc) {
  std::vector<std::string> texts;
  for (const HclNode piece : pieces) {
    const std::string_view raw = piece.is(HclKind::Text) ? piece.text() : std::string_view();
    texts.push_back(is_heredoc ? unescaped_heredoc(raw) : unescaped_quoted(raw));
  }
  return texts;
}

}  // namespace

std::string hcl_label(HclNode node) {
  if (!node.is(HclKind::String)) return std::string(node.text());
  return unescaped_quoted(node.find(HclKind::Text).text());
}

Span HclLowering::span(HclNode node) const {
  if (is_fixed_ || !node) return span_;
  return {span_.file, node.begin(), node.end()};
}

HclExpressionId HclLowering::add(HclExpressionKind kind, HclNode node,
                                 std::vector<HclExpressionId> parts, std::string text) {
  return expressions_.add(
      {.kind = kind, .span = span(node), .text = std::move(text), .parts = std::move(parts)});
}

HclBody HclLowering::body(HclNode node) {
  HclBody body;
  for (const HclNode child : node.children()) {
    if (child.is(HclKind::Attribute)) {
      body.attributes.push_back({.name = std::string(child.find(HclField::Name).text()),
                                 .span = span(child),
                                 .value = expression(child.find(HclField::Value))});
    } else if (child.is(HclKind::Block)) {
      body.blocks.push_back(block(child));
    }
  }
  return body;
}

HclBlock HclLowering::block(HclNode node) {
  const HclNode type = node.find(HclField::Type);
  HclBlock block{.type = std::string(type.text()), .header = span(type), .span = span(node)};
  for (const HclNode child : node.children()) {
    if (child.field() != HclField::Label) continue;
    block.labels.push_back(hcl_label(child));
    block.header.end = span(child).end;
  }
  block.body = body(node);
  return block;
}

HclExpressionId HclLowering::expression(HclNode node) {
  if (!node || depth_ >= kDeepestExpression) return add(HclExpressionKind::Unreadable, node);
  ++depth_;
  const HclExpressionId id = lowered(node);
  --depth_;
  return id;
}

HclExpressionId HclLowering::lowered(HclNode node) {
  switch (node.kind()) {
    case HclKind::Parenthesized:
    case HclKind::Interpolation:
      return expression(only_expression(node));
    case HclKind::Conditional:
      return add(HclExpressionKind::Conditional, node,
                 {child(node, HclField::Condition), child(node, HclField::Consequence),
                  child(node, HclField::Alternative)});
    case HclKind::Binary:
      return add(HclExpressionKind::Binary, node,
                 {child(node, HclField::Left), child(node, HclField::Right)},
                 std::string(node.find(HclField::Operator).text()));
    case HclKind::Unary:
      return add(HclExpressionKind::Unary, node, {child(node, HclField::Operand)},
                 std::string(node.find(HclField::Operator).text()));
    case HclKind::Identifier:
      return add(HclExpressionKind::Variable, node, {}, std::string(node.text()));
    case HclKind::Number:
    case HclKind::Integer:
      return add(HclExpressionKind::Number, node, {}, std::string(node.text()));
    case HclKind::Boolean:
      return add(HclExpressionKind::Boolean, node, {}, std::string(node.text()));
    case HclKind::Null:
      return add(HclExpressionKind::Null, node);
    case HclKind::String:
    case HclKind::Heredoc:
      return text(node);
    case HclKind::Tuple:
      return tuple(node);
    case HclKind::Object:
      return object(node);
    case HclKind::ForTuple:
      return for_expression(node, HclExpressionKind::ForTuple);
    case HclKind::ForObject:
      return for_expression(node, HclExpressionKind::ForObject);
    case HclKind::Call:
      return call(node);
    default:
      return is_postfix(node.kind()) ? postfix(node) : add(HclExpressionKind::Unreadable, node);
  }
}

HclExpressionId HclLowering::tuple(HclNode node) {
  std::vector<HclExpressionId> parts;
  for (const HclNode child : node.children()) parts.push_back(expression(child));
  return add(HclExpressionKind::Tuple, node, std::move(parts));
}

// A key that is a single word is that text.
HclExpressionId HclLowering::object(HclNode node) {
  std::vector<HclExpressionId> parts;
  for (const HclNode element : node.children()) {
    const HclNode key = element.find(HclField::Key);
    parts.push_back(key.is(HclKind::Identifier) || key.is(HclKind::Boolean) ||
                            key.is(HclKind::Null) || key.is(HclKind::Number)
                        ? add(HclExpressionKind::Text, key, {}, std::string(key.text()))
                        : expression(key));
    parts.push_back(child(element, HclField::Value));
  }
  return add(HclExpressionKind::Object, node, std::move(parts));
}

HclExpressionId HclLowering::for_expression(HclNode node, HclExpressionKind kind) {
  HclExpression made{.kind = kind, .span = span(node)};
  HclNode condition;
  for (const HclNode child : node.children()) {
    if (child.field() == HclField::Item) {
      made.text = std::exchange(made.other_text, std::string(child.text()));
    } else if (child.is(HclKind::If)) {
      condition = child.find(HclField::Condition);
    } else if (child.is(HclKind::Grouping)) {
      made.expands = true;
    }
  }
  made.parts.push_back(child(node, HclField::Iterable));
  if (kind == HclExpressionKind::ForObject) made.parts.push_back(child(node, HclField::Key));
  made.parts.push_back(child(node, HclField::Value));
  if (condition) made.parts.push_back(expression(condition));
  return expressions_.add(std::move(made));
}

HclExpressionId HclLowering::call(HclNode node) {
  HclExpression made{.kind = HclExpressionKind::Call, .span = span(node)};
  made.text = node.find(HclField::Function).text();
  if (const HclNode arguments = node.find(HclField::Arguments)) {
    for (const HclNode argument : arguments.children()) {
      if (argument.is(HclKind::Expansion)) {
        made.expands = true;
      } else {
        made.parts.push_back(expression(argument));
      }
    }
  }
  return expressions_.add(std::move(made));
}

HclExpressionId HclLowering::text(HclNode node) {
  const std::vector<HclNode> pieces = node.children();
  if (has_unread_piece(pieces)) return add(HclExpressionKind::Unreadable, node);
  // a text that is nothing but one hole is that value, whatever its type
  if (pieces.size() == 1 && node.is(HclKind::String) && pieces[0].is(HclKind::Interpolation))
    return expression(pieces[0]);
  std::vector<std::string> texts = texts_of(pieces, node.is(HclKind::Heredoc));
  if (node.text().starts_with("<<-")) remove_indentation(texts);
  return text_of_pieces(node, pieces, std::move(texts));
}

HclExpressionId HclLowering::json_text(HclNode heredoc) {
  const std::vector<HclNode> pieces = heredoc.children();
  if (has_unread_piece(pieces)) return add(HclExpressionKind::Unreadable, heredoc);
  std::vector<std::string> texts = texts_of(pieces, true);
  if (pieces.size() == 2 && texts[1] == "\n" && pieces[0].is(HclKind::Interpolation))
    return expression(pieces[0]);
  if (!texts.empty() && texts.back().ends_with('\n')) texts.back().pop_back();
  return text_of_pieces(heredoc, pieces, std::move(texts));
}

HclExpressionId HclLowering::text_of_pieces(HclNode node, const std::vector<HclNode>& pieces,
                                            std::vector<std::string> texts) {
  std::vector<HclExpressionId> parts;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    parts.push_back(pieces[i].is(HclKind::Text)
                        ? add(HclExpressionKind::Text, pieces[i], {}, std::move(texts[i]))
                        : expression(pieces[i]));
  }
  if (parts.empty()) return add(HclExpressionKind::Text, node);
  if (parts.size() == 1 && pieces[0].is(HclKind::Text))
    return add(HclExpressionKind::Text, node, {}, expressions_.at(parts[0]).text);
  return add(HclExpressionKind::Template, node, std::move(parts));
}

HclExpressionId HclLowering::step(HclNode node, HclExpressionId object) {
  if (node.is(HclKind::Member))
    return add(HclExpressionKind::Member, node, {object},
               std::string(node.find(HclField::Name).text()));
  return add(HclExpressionKind::Index, node, {object, child(node, HclField::Index)});
}

// `[*]` takes all that comes after it of each member, `.*` only the names that come next.
HclExpressionId HclLowering::splat(const std::vector<HclNode>& chain, std::size_t& at,
                                   HclExpressionId list) {
  const HclNode node = chain[at++];
  if (depth_ >= kDeepestExpression) {
    at = chain.size();
    return add(HclExpressionKind::Unreadable, node);
  }
  ++depth_;
  HclExpressionId each = add(HclExpressionKind::Variable, node, {}, "*");
  if (node.is(HclKind::AttributeSplat)) {
    for (; at < chain.size() && chain[at].is(HclKind::Member); ++at) each = step(chain[at], each);
  } else {
    while (at < chain.size()) {
      const bool is_splat =
          chain[at].is(HclKind::AttributeSplat) || chain[at].is(HclKind::FullSplat);
      each = is_splat ? splat(chain, at, each) : step(chain[at], each);
      if (!is_splat) ++at;
    }
  }
  --depth_;
  return add(HclExpressionKind::Splat, chain[at - 1], {list, each});
}

HclExpressionId HclLowering::postfix(HclNode node) {
  // from the first object outwards; a chain may be longer than calls may be deep
  std::vector<HclNode> chain;
  for (; is_postfix(node.kind()); node = node.find(HclField::Object)) chain.push_back(node);
  const std::vector<HclNode> steps(chain.rbegin(), chain.rend());
  HclExpressionId object = expression(node);
  for (std::size_t at = 0; at < steps.size();) {
    const bool is_splat = steps[at].is(HclKind::AttributeSplat) || steps[at].is(HclKind::FullSplat);
    object = is_splat ? splat(steps, at, object) : step(steps[at], object);
    if (!is_splat) ++at;
  }
  return object;
}

}  // namespace exr
