#include "hcl/hcl_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "hcl/hcl_lowering.h"
#include "hcl/hcl_outline.h"
#include "hcl/hcl_tree.h"

namespace exr {

namespace {

// More than these say nothing new of a file.
constexpr std::size_t kMostSyntaxErrors = 20;

std::string syntax_message(std::string_view text, const HclTree::Broken& broken) {
  const std::string_view token =
      text.substr(broken.token.begin, broken.token.end - broken.token.begin);
  const std::string_view shown = token.substr(0, std::min(token.find('\n'), token.size()));
  if (shown.empty()) return "this statement is not complete; it is left out";
  constexpr std::size_t kLongest = 40;
  if (shown.size() > kLongest) return "this does not fit here; the statement is left out";
  return "found `" + std::string(shown) + "`, which does not fit here; the statement is left out";
}

void report_broken(const HclTree& tree, FileId file, Problems& problems) {
  const std::size_t count = std::min(tree.broken().size(), kMostSyntaxErrors);
  for (std::size_t i = 0; i < count; ++i) {
    const HclTree::Broken& broken = tree.broken()[i];
    problems.push_back({.kind = ProblemKind::SyntaxError,
                        .message = syntax_message(tree.text(), broken),
                        .span = {file, broken.token.begin, broken.token.end}});
  }
}

Problem too_deep(std::uint32_t place, FileId file, const Limits& limits) {
  return {.kind = ProblemKind::LimitExceeded,
          .message = "brackets are nested more than " + std::to_string(limits.nesting) +
                     " deep (limit `nesting`)",
          .span = {file, place, place + 1}};
}

}  // namespace

HclDocument read_hcl(std::string_view text, FileId file, HclExpressions& expressions,
                     const Limits& limits, Problems& problems) {
  HclDocument document;
  const HclOutline outline = outline_hcl(text, limits.nesting);
  if (outline.too_deep) {
    problems.push_back(too_deep(*outline.too_deep, file, limits));
    return document;
  }
  const HclTree tree = HclTree::parse(text, outline);
  report_broken(tree, file, problems);
  document.body = HclLowering(expressions, file).body(tree.root());
  return document;
}

HclExpressionId read_hcl_template(std::string_view text, Span span, HclExpressions& expressions,
                                  const Limits& limits) {
  if (text.find("${") == std::string_view::npos && text.find("%{") == std::string_view::npos)
    return expressions.add(
        {.kind = HclExpressionKind::Text, .span = span, .text = std::string(text)});
  // a heredoc has no escapes either
  const std::string statement = "a = <<JSON_TEXT\n" + std::string(text) + "\nJSON_TEXT\n";
  const HclOutline outline = outline_hcl(statement, limits.nesting);
  const HclExpression unreadable{.span = span};
  if (outline.too_deep) return expressions.add(unreadable);
  const HclTree tree = HclTree::parse(statement, outline);
  const HclNode attribute = tree.root().first_child();
  if (!tree.broken().empty() || !attribute) return expressions.add(unreadable);
  return HclLowering(expressions, span).json_text(attribute.find(HclField::Value));
}

}  // namespace exr
