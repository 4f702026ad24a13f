#include "syntax/wrong_token.h"

#include <algorithm>
#include <array>

namespace exr {

namespace {

constexpr std::size_t kLongestToken = 40;
// Longer lines are not searched for quotes.
constexpr std::size_t kLongestLine = 4096;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_line_break(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '\n' || text[at] == '\r');
}

// A place in a text, read in both directions.
class Place {
 public:
  Place(std::string_view text, std::size_t at) : text_(text), at_(std::min(at, text.size())) {}

  // The last character before it that is no blank; 0 if there is none.
  char character_before() const {
    const std::size_t last = text_.substr(0, at_).find_last_not_of(" \t");
    return last == std::string_view::npos ? '\0' : text_[last];
  }
  bool begins_line() const {
    const char before = character_before();
    return before == '\0' || before == '\n' || before == '\r';
  }
  bool is_indented() const { return begins_line() && at_ > 0 && is_blank(text_[at_ - 1]); }
  bool follows_quote() const { return at_ > 0 && text_[at_ - 1] == '\''; }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::size_t token_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  std::size_t end = at + 1;
  if (is_word(text[at])) {
    while (end < text.size() && is_word(text[end])) ++end;
    return end;
  }
  static constexpr std::array<std::string_view, 12> kLong = {"...", "=>", "==", "=~", "!=", "!~",
                                                             "<=",  ">=", "&&", "||", "??", "::"};
  for (const std::string_view token : kLong) {
    if (text.substr(at).starts_with(token)) return at + token.size();
  }
  // not in the middle of a character
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

// The quote in a line that opens a text which the line does not close; npos if there is none.
std::size_t find_unclosed_quote(std::string_view line) {
  std::size_t open = std::string_view::npos;
  if (line.find("'''") != std::string_view::npos) return open;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (open == std::string_view::npos && line.substr(at).starts_with("//")) break;
    if (open != std::string_view::npos && line[at] == '\\')
      ++at;
    else if (line[at] == '\'')
      open = open == std::string_view::npos ? at : std::string_view::npos;
  }
  return open;
}

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t line_break =
      at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
  return line_break == std::string_view::npos ? 0 : line_break + 1;
}

std::string found(std::string_view token) {
  return "found `" + std::string(token.substr(0, kLongestToken)) + "`";
}

std::string message_at_line_end(char before, bool at_end) {
  const std::string where = at_end ? "the end of the file" : "the end of the line";
  if (before == ',') return "a comma does not stand before a line break; one of them separates";
  if (before == '=' || before == ':')
    return "expected a value after `" + std::string(1, before) + "`, found " + where;
  return "expected more, found " + where;
}

std::string message_for(const Place& place, std::string_view token) {
  const char before = place.character_before();
  const bool closes = token == ")" || token == "]" || token == "}";
  if (before == ',' && closes)
    return "no comma stands before `" + std::string(token) + "`; leave it out";
  if ((token == "!" || token == "-") && before == token.front()) {
    return "`" + std::string(2, before) + "` does not exist; write `" + before + "(" + before +
           "x)`";
  }
  if (place.begins_line() && token == "provider")
    return "there is no statement `provider`; it is called `extension`";
  if (token == "\"") return "text stands between single quotes, found `\"`";
  if (token == ";") return "a statement ends with its line, found `;`";
  if (token == "#")
    return "`#` begins only `#disable-next-line`, `#disable-diagnostics` and "
           "`#restore-diagnostics`";
  if (place.follows_quote() && is_word(token.front())) {
    return found(token) + " after a text; a quote inside a text is written `\\'`";
  }
  if (place.begins_line() && (token == "{" || token == "[")) {
    return "expected `key: value` or the end of the object, " + found(token);
  }
  if (place.begins_line() && !place.is_indented() && is_word(token.front()))
    return "expected a statement, " + found(token);
  return found(token) + ", which does not fit here";
}

}  // namespace

std::size_t skip_trivia(std::string_view text, std::size_t at, Trivia trivia) {
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const bool is_break = trivia == Trivia::LineBreaksToo && is_line_break(text, at);
    if (rest.front() == ' ' || rest.front() == '\t' || is_break) {
      ++at;
    } else if (rest.starts_with("//")) {
      at = std::min(text.find_first_of("\r\n", at), text.size());
    } else if (rest.starts_with("/*")) {
      const std::size_t end = text.find("*/", at + 2);
      at = end == std::string_view::npos ? text.size() : end + 2;
    } else {
      break;
    }
  }
  return at;
}

WrongToken wrong_token_at(std::string_view text, std::uint32_t before) {
  std::size_t begin = skip_trivia(text, before, Trivia::BlanksAndComments);
  const char last = Place(text, before).character_before();
  // one line break has been read already, and those behind it mean nothing
  if (last == '\n' || last == '\r' || last == '\0')
    begin = skip_trivia(text, begin, Trivia::LineBreaksToo);
  const bool at_end = begin >= text.size();
  const std::size_t line = line_begin(text, begin);
  const std::size_t line_end = std::min(text.find_first_of("\r\n", begin), text.size());
  const std::size_t quote = line_end - line > kLongestLine
                                ? std::string_view::npos
                                : find_unclosed_quote(text.substr(line, line_end - line));
  if (quote != std::string_view::npos && line + quote <= begin) {
    return {
        .begin = static_cast<std::uint32_t>(line + quote),
        .end = static_cast<std::uint32_t>(line_end),
        .message =
            "this text has no closing quote on its line; a quote inside a text is written `\\'`"};
  }
  if (at_end || is_line_break(text, begin)) {
    const auto place = static_cast<std::uint32_t>(begin);
    return {.begin = place, .end = place, .message = message_at_line_end(last, at_end)};
  }
  const std::size_t end = token_end(text, begin);
  return {.begin = static_cast<std::uint32_t>(begin),
          .end = static_cast<std::uint32_t>(end),
          .message = message_for(Place(text, begin), text.substr(begin, end - begin))};
}

}  // namespace exr
