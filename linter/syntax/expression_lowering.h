#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "findings/problem.h"
#include "support/limits.h"
#include "syntax/bicep_node.h"

namespace exr {

/// Turns expression nodes of one syntax tree into an ExpressionTree. What it cannot read becomes an
/// Error node, and a Problem unless the syntax errors tell it already. Tree, limits and problems
/// outlive it.
class ExpressionLowering {
 public:
  /// `shift`: the offset in the syntax tree's text at which the file's own text begins (0 but for
  /// expressions that stand alone).
  ExpressionLowering(ExpressionTree& tree, const Limits& limits, Problems& problems,
                     std::uint32_t shift = 0)
      : tree_(tree), limits_(limits), problems_(problems), shift_(shift) {}

  /// The expression of a node; an Error node for none.
  NodeId lower(SyntaxNode node);
  /// The text of a string without holes; empty and a Problem if it has some.
  std::string plain_text(SyntaxNode string);
  /// A property's key: an identifier, a String or an Interpolation.
  NodeId lower_key(SyntaxNode key);

  /// One entry of an object: a Property or a Spread; kNone for a node that is neither.
  NodeId lower_entry(SyntaxNode node);
  /// An object of entries that were lowered one by one.
  NodeId add_object(SyntaxNode node, const std::vector<NodeId>& entries);

  /// Names that a declaration or a local hides: `sys.f()` is then a method call and no function of
  /// the namespace.
  void hide(std::string_view name) { hidden_.push_back(name); }

  /// Reports arrays and objects that are written in holes of texts, as Bicep's compiler does. Rules
  /// may have them.
  void refuse_literals_in_holes() { literals_in_holes_ = false; }

  ExpressionTree& tree() { return tree_; }
  Span span(SyntaxNode node) const {
    return {tree_.file(), node.begin() - shift_, node.end() - shift_};
  }
  void report(ProblemKind kind, std::string message, Span span);

 private:
  class Level;

  NodeId lower_expression(SyntaxNode node);
  NodeId add(NodeKind kind, SyntaxNode node, const std::vector<NodeId>& children,
             std::uint32_t payload = 0);
  NodeId lower_integer(SyntaxNode node);
  NodeId lower_string(SyntaxNode node);
  std::string text_of(SyntaxNode string, std::uint32_t begin, std::uint32_t end, bool multi_line);
  NodeId lower_array(SyntaxNode node);
  NodeId lower_object(SyntaxNode node);
  NodeId lower_interpolated(SyntaxNode interpolation);
  bool refuse_in_hole(SyntaxNode literal);
  NodeId lower_unreadable(SyntaxNode error);
  NodeId lower_property(SyntaxNode node);
  NodeId lower_call(SyntaxNode node);
  NodeId lower_method_call(SyntaxNode node);
  std::vector<NodeId> lower_arguments(SyntaxNode arguments);
  NodeId lower_member(SyntaxNode node);
  NodeId lower_index(SyntaxNode node);
  NodeId lower_unary(SyntaxNode node);
  NodeId lower_binary(SyntaxNode node);
  NodeId lower_conditional(SyntaxNode node);
  NodeId lower_loop(SyntaxNode node);
  NodeId lower_lambda(SyntaxNode node);
  bool is_namespace(SyntaxNode node) const;

  ExpressionTree& tree_;
  const Limits& limits_;
  Problems& problems_;
  std::uint32_t shift_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool literals_in_holes_ = true;
  bool in_hole_ = false;
  std::vector<std::string_view> hidden_;
};

}  // namespace exr
