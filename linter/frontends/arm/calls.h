#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontends/arm/expression_parser.h"

namespace exr {

/// A call as it is written, with its arguments lowered.
struct ArmCall {
  std::string name;
  std::vector<NodeId> arguments;
  /// The arguments as they are written.
  std::vector<std::string_view> texts;
  Span name_span;
  Span span;
};

/// Makes nodes of calls. Functions that stand for what Bicep has as operators, literals and names
/// become those; names are checked. The site outlives it.
class CallLowering {
 public:
  explicit CallLowering(ArmExpressionSite& site) : site_(site), tree_(site.tree) {}

  NodeId call(ArmCall call);
  /// `whole[index]`, where `text` is what is written of the whole: the item of a `copy` where that
  /// is what it means.
  NodeId element(NodeId whole, const std::string& text, NodeId index, Span span);
  NodeId member(NodeId whole, std::string_view name, Span span);
  /// What a `copy` runs over that has this count, or as many rounds as `whole` has members.
  NodeId rounds_up_to(NodeId count);
  NodeId rounds_over(NodeId whole, Span span);

 private:
  NodeId find_operator(const ArmCall& call);
  NodeId find_name(const ArmCall& call);
  NodeId find_literal(const ArmCall& call);
  NodeId chain(BinaryOperator operation, const ArmCall& call);
  NodeId conditional(const ArmCall& call);
  NodeId parameter(const ArmCall& call);
  NodeId declared(const ArmCall& call, std::string_view noun, const ArmNameSet& names);
  NodeId copy_index(const ArmCall& call);
  const CopyLoop* find_loop(const std::string* name) const;
  NodeId lambda(const ArmCall& call);
  NodeId reference_where_deployed(NodeId whole);
  NodeId safe_chain(const ArmCall& call);
  NodeId closed(NodeId whole);
  NodeId object(const ArmCall& call);
  NodeId user_function(const ArmCall& call);
  NodeId external_input(const ArmCall& call);
  void resolve_symbol(ArmCall& call);
  void join_segments(ArmCall& call);
  std::size_t segment_count(const ArmCall& call, std::size_t first);
  void check_function(const ArmCall& call);
  NodeId plain(std::string_view name, const ArmCall& call);
  NodeId add(NodeKind kind, const std::vector<NodeId>& children, Span span, std::uint8_t flags = 0);

  /// The text of an argument that is plain text; null pointer otherwise.
  const std::string* literal(const ArmCall& call, std::size_t index);
  void report(ProblemKind kind, std::string message, Span span);

  ArmExpressionSite& site_;
  ExpressionTree& tree_;
  std::string literal_;
};

}  // namespace exr
