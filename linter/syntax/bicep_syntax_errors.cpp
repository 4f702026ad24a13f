#include "syntax/bicep_syntax_errors.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "syntax/parse_log.h"
#include "syntax/wrong_token.h"

namespace exr {

namespace {

// Stretches of text that the parser's tree marks as broken, in order of their beginnings.
std::vector<Span> broken_stretches(const SyntaxTree& syntax, FileId file) {
  std::vector<Span> stretches;
  for (const SyntaxTree::Entry& entry : syntax.entries()) {
    if (entry.kind == SyntaxKind::Error || entry.is_missing)
      stretches.push_back({file, entry.begin, entry.end});
  }
  return stretches;
}

bool touches(const ParseBreak& place, const std::vector<Span>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Span& stretch) {
    return stretch.begin <= place.end && place.before <= stretch.end;
  });
}

// The beginning of the statement that an offset is in; the beginning of its line where there is
// none.
std::uint32_t statement_at(const SyntaxTree& syntax, std::uint32_t offset) {
  for (const SyntaxNode statement : syntax.root().children()) {
    if (statement.kind() != SyntaxKind::Error && statement.begin() <= offset &&
        offset < statement.end()) {
      return statement.begin();
    }
  }
  const std::size_t line_break =
      offset == 0 ? std::string_view::npos : syntax.text().rfind('\n', offset - 1);
  return line_break == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line_break + 1);
}

}  // namespace

void report_syntax_errors(const SyntaxTree& syntax, FileId file, Problems& problems) {
  const std::vector<Span> stretches = broken_stretches(syntax, file);
  std::vector<WrongToken> tokens;
  for (const ParseBreak& place : find_parse_breaks(syntax.text())) {
    if (touches(place, stretches)) tokens.push_back(wrong_token_at(syntax.text(), place.before));
  }
  // the log and the tree come from one parser; but should they ever disagree, no error goes untold
  if (tokens.empty() && !stretches.empty())
    tokens.push_back(wrong_token_at(syntax.text(), stretches.front().begin));
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::size_t count = 0;
  std::uint32_t last_statement = UINT32_MAX;
  for (WrongToken& token : tokens) {
    const std::uint32_t statement = statement_at(syntax, token.begin);
    if (statement == last_statement || count == kMostSyntaxErrors) continue;
    last_statement = statement;
    ++count;
    problems.push_back({.kind = ProblemKind::SyntaxError,
                        .message = std::move(token.message),
                        .span = {file, token.begin, token.end}});
  }
}

}  // namespace exr
