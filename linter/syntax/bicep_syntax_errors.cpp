#include "syntax/bicep_syntax_errors.h"

#include <algorithm>
#include <string>
#include <vector>

#include "syntax/parse_log.h"
#include "syntax/wrong_token.h"

namespace exr {

namespace {

// Reading a parser's log takes seconds for several megabytes of text that is no Bicep.
constexpr std::size_t kLongestLogged = 1U << 20U;

// Whether an entry holds an error that no child of it holds: a token that the parser made up may
// have no entry of its own.
bool holds_error_itself(const SyntaxTree& syntax, std::uint32_t index) {
  const SyntaxNode node(syntax, index);
  if (!node.has_error()) return false;
  for (const SyntaxNode child : node.children()) {
    if (child.has_error() || child.is_missing() || child.is(SyntaxKind::Error)) return false;
  }
  return true;
}

// Stretches of text that the parser's tree marks as broken, in order of their beginnings.
std::vector<Span> broken_stretches(const SyntaxTree& syntax, FileId file) {
  std::vector<Span> stretches;
  for (std::uint32_t i = 0; i < syntax.entries().size(); ++i) {
    const SyntaxTree::Entry& entry = syntax.entries()[i];
    if (entry.kind == SyntaxKind::Error || entry.is_missing || holds_error_itself(syntax, i)) {
      stretches.push_back({file, entry.begin, entry.end});
    }
  }
  return stretches;
}

bool touches(const ParseBreak& place, const std::vector<Span>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Span& stretch) {
    return stretch.begin <= place.end && place.before <= stretch.end;
  });
}

// Whether a statement begins after `from` and not after `to`: a line with a statement's keyword at
// its very start.
bool begins_statement(std::string_view text, std::uint32_t from, std::uint32_t to) {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos && at < to;
       at = text.find('\n', at + 1)) {
    const std::string_view line = text.substr(at + 1);
    const std::size_t word = std::min(line.find_first_of(" \t\r\n=("), line.size());
    if (line.starts_with('@') || is_statement_keyword(line.substr(0, word))) return true;
  }
  return false;
}

// Whether a wrong token is another mistake than the one before it, and no consequence of it.
bool is_new(const SyntaxTree& syntax, const WrongToken& before, const WrongToken& token) {
  if (begins_statement(syntax.text(), before.begin, token.begin)) return true;
  for (const SyntaxNode statement : syntax.root().children()) {
    if (statement.kind() == SyntaxKind::Error) continue;
    if (before.begin < statement.begin() && statement.begin() <= token.begin) return true;
  }
  return false;
}

}  // namespace

void report_syntax_errors(const SyntaxTree& syntax, FileId file, Problems& problems) {
  const std::vector<Span> stretches = broken_stretches(syntax, file);
  std::vector<WrongToken> tokens;
  const std::string_view logged =
      syntax.text().size() <= kLongestLogged ? syntax.text() : std::string_view();
  for (const ParseBreak& place : find_parse_breaks(logged)) {
    if (touches(place, stretches)) tokens.push_back(wrong_token_at(syntax.text(), place.before));
  }
  // of very long texts the parser's log is not read, and no error goes untold
  if (tokens.empty() && !stretches.empty())
    tokens.push_back(wrong_token_at(syntax.text(), stretches.front().begin));
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const auto& a, const auto& b) { return a.begin < b.begin; });
  const WrongToken* last = nullptr;
  std::size_t count = 0;
  for (const WrongToken& token : tokens) {
    if (count == kMostSyntaxErrors) break;
    if (last != nullptr && !is_new(syntax, *last, token)) continue;
    last = &token;
    ++count;
    problems.push_back({.kind = ProblemKind::SyntaxError,
                        .message = token.message,
                        .span = {file, token.begin, token.end}});
  }
}

}  // namespace exr
