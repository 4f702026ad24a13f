#include "frontends/arm/expression_parser.h"

#include <charconv>
#include <utility>

#include "frontends/arm/calls.h"
#include "frontends/arm/string_places.h"

namespace exr {

namespace {

// Most calls have no more.
constexpr std::size_t kUsualArguments = 4;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string result;
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'') quoted = !quoted;
    if (quoted || !is_blank(c)) result += c;
  }
  return result;
}

// A recursive descent over the content of one string. Its depth is bounded by the limit of nesting.
class ExpressionParser {
 public:
  ExpressionParser(const Value& string, ArmExpressionSite& site)
      : text_(string.as_string()),
        site_(site),
        places_(site.file_text, string.origin(), text_.size()),
        calls_(site) {}

  // The expression between the brackets; an Error node, with a Problem, where it is none.
  NodeId parse() {
    at_ = 1;
    const NodeId result = read_expression();
    skip_blank();
    if (!failed_ && at_ + 1 != text_.size()) fail("unexpected " + here() + " in an expression");
    if (failed_) return site_.tree.add_error(places_.span(0, text_.size()));
    return result;
  }

  ArmCount parse_count() {
    const NodeId whole = parse();
    const Node& node = site_.tree.node(whole);
    const bool counts = node.kind == NodeKind::Call && node.child_count == 1 &&
                        equal_ignoring_case(site_.tree.text(node.payload), "length");
    if (!counts) return {calls_.rounds_up_to(whole), {}};
    const std::size_t open = text_.find('(');
    const std::size_t close = text_.rfind(')');
    return {calls_.rounds_over(site_.tree.child(node, 0), site_.tree.span(whole)),
            without_blanks(std::string_view(text_).substr(open + 1, close - open - 1))};
  }

 private:
  NodeId read_expression() {
    if (depth_ > site_.limits.nesting) {
      return fail("expressions are nested more than " + std::to_string(site_.limits.nesting) +
                      " deep (limit `nesting`)",
                  ProblemKind::LimitExceeded);
    }
    ++depth_;
    skip_blank();
    const std::size_t begin = at_;
    NodeId result = read_primary();
    while (!failed_ && read_postfix(result, begin)) {
    }
    --depth_;
    return result;
  }

  NodeId read_primary() {
    const char c = peek();
    if (c == '\'') return read_string();
    if (is_digit(c) || c == '-' || c == '+') return read_integer();
    if (is_name_start(c)) return read_call();
    return fail("expected an expression, found " + here());
  }

  // `.name` or `[index]`; false where neither follows.
  bool read_postfix(NodeId& value, std::size_t begin) {
    const std::size_t end = at_;
    skip_blank();
    if (take('.')) {
      skip_blank();
      const std::string_view name = read_name();
      if (name.empty()) return fail("expected a property name after `.`, found " + here()), false;
      value = calls_.member(value, name, places_.span(begin, at_));
      return true;
    }
    if (!take('[')) return false;
    const std::string whole = without_blanks(std::string_view(text_).substr(begin, end - begin));
    const NodeId index = read_expression();
    skip_blank();
    if (failed_) return false;
    if (!take(']')) return fail("expected `]` after an index, found " + here()), false;
    value = calls_.element(value, whole, index, places_.span(begin, at_));
    return true;
  }

  NodeId read_string() {
    const std::size_t begin = at_++;
    const std::size_t close = text_.find('\'', at_);
    if (close != std::string::npos && text_[close + 1] != '\'') {
      const std::string_view content = std::string_view(text_).substr(at_, close - at_);
      at_ = close + 1;
      return site_.tree.add_string(content, places_.span(begin, at_));
    }
    std::string content;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c != '\'') {
        content += c;
      } else if (peek() == '\'') {
        content += text_[at_++];
      } else {
        return site_.tree.add_string(content, places_.span(begin, at_));
      }
    }
    at_ = begin;
    return fail("the text that starts here has no closing quote");
  }

  NodeId read_integer() {
    const std::size_t begin = at_;
    if (peek() == '-' || peek() == '+') ++at_;
    while (is_digit(peek())) ++at_;
    const std::string_view digits = std::string_view(text_).substr(begin, at_ - begin);
    const char* first = digits.data() + (digits.front() == '+' ? 1 : 0);
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(first, digits.data() + digits.size(), value);
    if (error == std::errc() && stop == digits.data() + digits.size())
      return site_.tree.add_integer_node(value, places_.span(begin, at_));
    const bool out_of_range = error == std::errc::result_out_of_range;
    const std::string shown(digits.substr(0, 40));
    at_ = begin;
    if (!out_of_range) return fail("expected a number, found " + here());
    return fail("`" + shown + "` does not fit in 64 bits", ProblemKind::IntegerOutOfRange);
  }

  // `name(...)` or `namespace.name(...)`.
  NodeId read_call() {
    const std::size_t begin = at_;
    std::string name(read_name());
    skip_blank();
    while (take('.')) {
      skip_blank();
      name += "." + std::string(read_name());
      skip_blank();
    }
    const std::size_t name_end = at_;
    if (!take('('))
      return fail("expected `(` after the name of a function, found " + here() +
                  "; text stands in single quotes");
    ArmCall call{.name = std::move(name),
                 .arguments = {},
                 .texts = {},
                 .name_span = places_.span(begin, name_end),
                 .span = {}};
    call.arguments.reserve(kUsualArguments);
    call.texts.reserve(kUsualArguments);
    if (!read_arguments(call)) return NodeId::kNone;
    call.span = places_.span(begin, at_);
    return calls_.call(std::move(call));
  }

  bool read_arguments(ArmCall& call) {
    skip_blank();
    if (take(')')) return true;
    while (true) {
      const std::size_t begin = at_;
      call.arguments.push_back(read_expression());
      if (failed_) return false;
      call.texts.push_back(trimmed(std::string_view(text_).substr(begin, at_ - begin)));
      skip_blank();
      if (take(')')) return true;
      if (!take(',')) return fail("expected `,` or `)` after an argument, found " + here()), false;
    }
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (is_name_part(peek())) ++at_;
    return std::string_view(text_).substr(begin, at_ - begin);
  }

  void skip_blank() {
    while (is_blank(peek())) ++at_;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  std::string here() const {
    if (at_ + 1 >= text_.size()) return "the end of the expression";
    const auto c = static_cast<unsigned char>(text_[at_]);
    return c > 0x20U && c < 0x7FU ? "`" + std::string(1, text_[at_]) + "`"
                                  : "a byte that does not belong there";
  }

  NodeId fail(std::string message, ProblemKind kind = ProblemKind::SyntaxError) {
    if (!std::exchange(failed_, true)) {
      site_.problems.push_back({.kind = kind,
                                .message = std::move(message),
                                .span = places_.span(at_, at_ + 1),
                                .path = {}});
    }
    return NodeId::kNone;
  }

  const std::string& text_;
  ArmExpressionSite& site_;
  StringPlaces places_;
  CallLowering calls_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  bool failed_ = false;
};

}  // namespace

bool is_arm_expression(std::string_view text) {
  return text.size() > 1 && text.front() == '[' && text[1] != '[' && text.back() == ']';
}

NodeId lower_arm_string(const Value& string, ArmExpressionSite& site) {
  const std::string& text = string.as_string();
  if (site.are_texts_plain) return site.tree.add_string(text, string.origin());
  if (is_arm_expression(text)) return ExpressionParser(string, site).parse();
  const bool is_escaped = text.starts_with("[[") && text.ends_with(']');
  return site.tree.add_string(is_escaped ? std::string_view(text).substr(1) : text,
                              string.origin());
}

ArmCount lower_arm_count(const Value& count, ArmExpressionSite& site) {
  if (count.is_string() && is_arm_expression(count.as_string()))
    return ExpressionParser(count, site).parse_count();
  CallLowering calls(site);
  if (!count.is_int()) return {site.tree.add_error(count.origin()), {}};
  return {calls.rounds_up_to(site.tree.add_integer_node(count.as_int(), count.origin())), {}};
}

}  // namespace exr
