#include "syntax/bicep_expression.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "syntax/bicep_nesting.h"
#include "syntax/bicep_node.h"
#include "syntax/bicep_string.h"
#include "syntax/bicep_syntax_errors.h"
#include "syntax/expression_lowering.h"

namespace exr {

namespace {

// An expression stands in a statement of its own to be parsed.
constexpr std::string_view kStatement = "var e = ";

// The end of a multi-line string that begins at `begin`: all quotes of the run that closes it are
// its own.
std::size_t find_multi_line_end(std::string_view text, std::size_t begin) {
  constexpr std::string_view kQuotes = "'''";
  const std::size_t close = text.find(kQuotes, begin + kQuotes.size());
  if (close == std::string_view::npos) return text.size();
  return std::min(text.find_first_not_of('\'', close), text.size());
}

// Line breaks mean nothing in an expression that stands alone, but end a statement. Those of a
// multi-line string are its text.
std::string as_statement(std::string_view text) {
  std::string statement(kStatement);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quotes = std::min(text.find("'''", at), text.size());
    for (; at < quotes; ++at) statement += text[at] == '\n' || text[at] == '\r' ? ' ' : text[at];
    if (at == text.size()) break;
    const std::size_t end = find_multi_line_end(text, at);
    statement += text.substr(at, end - at);
    at = end;
  }
  statement += '\n';
  return statement;
}

NodeId report(ProblemKind kind, std::string message, Span span, Problems& problems) {
  problems.push_back({.kind = kind, .message = std::move(message), .span = span});
  return NodeId::kNone;
}

// The value of the one `var` statement; none if there is anything else.
SyntaxNode find_value(const SyntaxTree& syntax) {
  SyntaxNode value;
  for (const SyntaxNode statement : syntax.root().children()) {
    if (!statement.is(SyntaxKind::Variable) || value) return {};
    value = statement.find(SyntaxField::Value);
  }
  return value;
}

// Moves Problems of the statement to the text inside it, which begins at `offset` of the caller's
// text.
void move_problems(Problems& problems, std::size_t first, Span inside) {
  const auto moved = [&](std::uint32_t place) {
    const auto after = place - std::min(place, static_cast<std::uint32_t>(kStatement.size()));
    return std::min(inside.begin + after, inside.end);
  };
  for (std::size_t i = first; i < problems.size(); ++i) {
    problems[i].span.begin = moved(problems[i].span.begin);
    problems[i].span.end = moved(problems[i].span.end);
  }
}

// What reading an expression goes by, and what it writes into.
struct Reading {
  ExpressionTree& tree;
  const Limits& limits;
  Problems& problems;
};

// Reads an expression that begins at `offset` of the caller's text.
NodeId read_at(std::string_view text, std::size_t offset, const Reading& reading) {
  const auto begin = static_cast<std::uint32_t>(offset);
  const Span inside{reading.tree.file(), begin, begin + static_cast<std::uint32_t>(text.size())};
  const std::string statement = as_statement(text);
  if (const auto deep = find_too_deep(statement, reading.limits.nesting)) {
    const auto place = begin + *deep - static_cast<std::uint32_t>(kStatement.size());
    return report(ProblemKind::LimitExceeded, nesting_message(reading.limits),
                  {inside.file, place, place + 1}, reading.problems);
  }
  const SyntaxTree syntax = SyntaxTree::parse(statement);
  const std::size_t first = reading.problems.size();
  if (syntax.has_error()) {
    report_syntax_errors(syntax, reading.tree.file(), reading.problems);
    reading.problems.resize(std::min(reading.problems.size(), first + 1));
    move_problems(reading.problems, first, inside);
    return NodeId::kNone;
  }
  const SyntaxNode value = find_value(syntax);
  if (!value)
    return report(ProblemKind::SyntaxError, "expected an expression", inside, reading.problems);
  // wraps around where the caller's text begins before the statement does
  const auto shift = static_cast<std::uint32_t>(kStatement.size()) - begin;
  const NodeId root =
      ExpressionLowering(reading.tree, reading.limits, reading.problems, shift).lower(value);
  return reading.problems.size() == first ? root : NodeId::kNone;
}

// The offset of the `}` that ends a hole whose inside begins at `begin`; npos if there is none.
std::size_t find_hole_end(std::string_view text, std::size_t begin) {
  std::vector<char> open;
  bool quoted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') {
        ++at;
      } else if (c == '\'') {
        quoted = false;
      } else if (c == '$' && at + 1 < text.size() && text[at + 1] == '{') {
        open.push_back('\'');
        quoted = false;
        ++at;
      }
    } else if (c == '\'') {
      quoted = true;
    } else if (c == '{') {
      open.push_back('{');
    } else if (c == '}') {
      if (open.empty()) return at;
      quoted = open.back() == '\'';
      open.pop_back();
    }
  }
  return std::string_view::npos;
}

// Reads the pieces of a text with holes.
class InterpolationReader {
 public:
  InterpolationReader(std::string_view text, const Reading& reading)
      : text_(text), reading_(reading) {}

  NodeId read() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t hole = find_hole(at);
      add_text(at, std::min(hole, text_.size()));
      if (hole >= text_.size()) break;
      const std::size_t end = find_hole_end(text_, hole + 2);
      if (end == std::string_view::npos) {
        return report(ProblemKind::SyntaxError, "`${` without its `}`", span(hole, hole + 2),
                      reading_.problems);
      }
      if (!add_hole(hole + 2, end)) return NodeId::kNone;
      at = end + 1;
    }
    if (!holes_)
      return pieces_.empty() ? reading_.tree.add_string("", span(0, 0)) : pieces_.front();
    return reading_.tree.add({.kind = NodeKind::Interpolation,
                              .begin = 0,
                              .end = static_cast<std::uint32_t>(text_.size())},
                             pieces_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {reading_.tree.file(), static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end)};
  }

  // The next `${` that no backslash takes away.
  std::size_t find_hole(std::size_t at) const {
    for (; at + 1 < text_.size(); ++at) {
      if (text_[at] == '\\')
        ++at;
      else if (text_[at] == '$' && text_[at + 1] == '{')
        return at;
    }
    return text_.size();
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    pieces_.push_back(
        reading_.tree.add_string(unescaped(text_.substr(begin, end - begin)), span(begin, end)));
  }

  bool add_hole(std::size_t begin, std::size_t end) {
    const NodeId id = read_at(text_.substr(begin, end - begin), begin, reading_);
    if (id == NodeId::kNone) return false;
    pieces_.push_back(id);
    holes_ = true;
    return true;
  }

  std::string_view text_;
  Reading reading_;
  std::vector<NodeId> pieces_;
  bool holes_ = false;
};

}  // namespace

NodeId read_expression(std::string_view text, ExpressionTree& tree, const Limits& limits,
                       Problems& problems) {
  return read_at(text, 0, {tree, limits, problems});
}

NodeId read_interpolation(std::string_view text, ExpressionTree& tree, const Limits& limits,
                          Problems& problems) {
  return InterpolationReader(text, {tree, limits, problems}).read();
}

}  // namespace exr
