#include "syntax/statement_split.h"

#include <algorithm>
#include <array>

namespace exr {

namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_statement_keyword(std::string_view word) {
  // `provider` is what `extension` was called
  static constexpr std::array<std::string_view, 17> kKeywords = {
      "assert",      "extends", "extension", "extensionConfig", "func",     "import",
      "metadata",    "module",  "output",    "param",           "provider", "resource",
      "targetScope", "test",    "type",      "using",           "var"};
  return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

// Whether a line begins with a statement's keyword. The same word may be a key or a name, if a
// property is written without indentation.
bool begins_with_keyword(std::string_view line) {
  std::size_t word = 0;
  while (word < line.size() && is_word(line[word])) ++word;
  if (!is_statement_keyword(line.substr(0, word))) return false;
  const std::size_t next = std::min(line.find_first_not_of(" \t", word), line.size());
  static constexpr std::string_view kNoStatement = ":.,()[]?!";
  return next == line.size() || kNoStatement.find(line[next]) == std::string_view::npos;
}

struct StatementBegin {
  std::uint32_t at = 0;
  // how many brackets are open before it
  std::uint32_t depth = 0;
};

// Reads a text once, without more knowledge of it than where comments and texts end.
class StatementScan {
 public:
  explicit StatementScan(std::string_view text) : text_(text) {}

  std::vector<StatementBegin> run() {
    begin_line();
    while (at_ < text_.size()) read_token();
    return std::move(begins_);
  }

 private:
  void read_token() {
    const char c = text_[at_];
    const std::string_view rest = text_.substr(at_);
    if (c == '\n' || c == '\r') {
      ++at_;
      begin_line();
    } else if (rest.starts_with("//")) {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (rest.starts_with("/*")) {
      pass("*/", 2);
    } else if (rest.starts_with("'''")) {
      pass("'''", 3);
    } else if (c == '\'') {
      pass_text();
    } else {
      if (c == '(' || c == '[' || c == '{') ++depth_;
      if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
      ++at_;
    }
  }

  // Past the end of what opens here; past the opening alone if there is none.
  void pass(std::string_view close, std::size_t open_size) {
    const std::size_t end = text_.find(close, at_ + open_size);
    at_ = end == std::string_view::npos ? at_ + open_size : end + close.size();
  }

  void pass_text() {
    for (++at_; at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
      if (text_[at_] == '\'') {
        ++at_;
        return;
      }
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
    }
  }

  void begin_line() {
    const std::string_view line = text_.substr(at_);
    const bool decorator = line.starts_with('@');
    if (!decorator && !begins_with_keyword(line)) return;
    if (!decorated_) begins_.push_back({static_cast<std::uint32_t>(at_), depth_});
    decorated_ = decorator;
  }

  std::string_view text_;
  std::vector<StatementBegin> begins_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  // whether the last beginning is that of a decorator, whose statement is still to come
  bool decorated_ = false;
};

void add_piece(std::vector<StatementRange>& pieces, std::size_t begin, std::size_t end) {
  if (begin < end)
    pieces.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

}  // namespace

std::size_t most_tokens(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool word = is_word(c);
    count += !(word && in_word) && c != ' ' && c != '\t' ? 1 : 0;
    in_word = word;
  }
  return count;
}

std::vector<StatementRange> split_statements(std::string_view text) {
  std::vector<StatementRange> pieces;
  std::size_t begin = 0;
  for (const StatementBegin& next : StatementScan(text).run()) {
    add_piece(pieces, begin, next.at);
    begin = next.at;
  }
  add_piece(pieces, begin, text.size());
  return pieces;
}

std::vector<StatementRange> group_statements(std::string_view text, std::size_t most) {
  std::vector<StatementBegin> begins = StatementScan(text).run();
  std::erase_if(begins, [](const StatementBegin& begin) { return begin.depth > 0; });
  begins.push_back({static_cast<std::uint32_t>(text.size()), 0});
  std::vector<StatementRange> pieces;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t tokens = 0;
  for (const StatementBegin& next : begins) {
    const std::size_t added = most_tokens(text.substr(end, next.at - end));
    if (tokens + added > most) {
      add_piece(pieces, begin, end);
      begin = end;
      tokens = 0;
    }
    tokens += added;
    end = next.at;
  }
  add_piece(pieces, begin, end);
  return pieces;
}

}  // namespace exr
