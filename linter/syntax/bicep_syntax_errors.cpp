#include "syntax/bicep_syntax_errors.h"

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/parse_log.h"
#include "syntax/wrong_token.h"

namespace exr {

namespace {

// A statement that wants more has its error where the next one begins.
WrongToken next_statement(std::string_view text, std::uint32_t begin) {
  const std::size_t end = std::min(text.find_first_of(" \t\r\n(", begin), text.size());
  return {.begin = begin,
          .end = static_cast<std::uint32_t>(end),
          .message = "found `" + std::string(text.substr(begin, end - begin)) +
                     "`, but the statement before it is not complete"};
}

Problem syntax_error(const SyntaxTree& syntax, StatementRange statement, FileId file) {
  const std::string_view text = syntax.text();
  const std::uint32_t place =
      statement.begin +
      find_parse_break(text.substr(statement.begin, statement.end - statement.begin));
  WrongToken token = wrong_token_at(text, place);
  if (token.begin >= statement.end && statement.end < text.size())
    token = next_statement(text, statement.end);
  return {.kind = ProblemKind::SyntaxError,
          .message = std::move(token.message),
          .span = {file, token.begin, token.end}};
}

Problem too_long(StatementRange statement, FileId file) {
  return {.kind = ProblemKind::LimitExceeded,
          .message = "a statement of more than " + std::to_string(kMostParsedTokens) +
                     " words and signs is not read",
          .span = {file, statement.begin, statement.begin}};
}

}  // namespace

void report_syntax_errors(const SyntaxTree& syntax, FileId file, Problems& problems) {
  const std::size_t first = problems.size();
  for (const StatementRange& statement : syntax.too_long())
    problems.push_back(too_long(statement, file));
  for (const StatementRange& statement : syntax.broken()) {
    if (problems.size() - first >= kMostSyntaxErrors) break;
    problems.push_back(syntax_error(syntax, statement, file));
  }
  std::stable_sort(problems.begin() + static_cast<std::ptrdiff_t>(first), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.span.begin < b.span.begin; });
}

}  // namespace exr
