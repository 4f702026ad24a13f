#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hcl/hcl_document.h"
#include "hcl/hcl_tree.h"
#include "source/span.h"

namespace exr {

/// Turns the nodes of one syntax tree into expressions. The tree and `expressions` outlive it.
class HclLowering {
 public:
  HclLowering(HclExpressions& expressions, FileId file)
      : expressions_(expressions), span_{file, 0, 0} {}
  /// For a text that stands nowhere: every expression gets the same place.
  HclLowering(HclExpressions& expressions, Span place)
      : expressions_(expressions), span_(place), is_fixed_(true) {}

  HclBody body(HclNode node);
  HclExpressionId expression(HclNode node);
  /// Of a heredoc that holds the text of a JSON string and one line break more.
  HclExpressionId json_text(HclNode heredoc);
  Span span(HclNode node) const;

 private:
  HclBlock block(HclNode node);
  HclExpressionId add(HclExpressionKind kind, HclNode node, std::vector<HclExpressionId> parts = {},
                      std::string text = {});
  HclExpressionId child(HclNode node, HclField field) { return expression(node.find(field)); }
  HclExpressionId lowered(HclNode node);
  HclExpressionId tuple(HclNode node);
  HclExpressionId object(HclNode node);
  HclExpressionId for_expression(HclNode node, HclExpressionKind kind);
  HclExpressionId call(HclNode node);
  HclExpressionId text(HclNode node);
  HclExpressionId text_of_pieces(HclNode node, const std::vector<HclNode>& pieces,
                                 std::vector<std::string> texts);
  HclExpressionId postfix(HclNode node);
  HclExpressionId step(HclNode node, HclExpressionId object);
  HclExpressionId splat(const std::vector<HclNode>& chain, std::size_t& at, HclExpressionId list);

  HclExpressions& expressions_;
  Span span_;
  bool is_fixed_ = false;
  std::uint32_t depth_ = 0;
};

/// The name that a block's label is: a word, or the text in quotes.
std::string hcl_label(HclNode node);

}  // namespace exr
