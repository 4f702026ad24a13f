#include "syntax/bicep_nesting.h"

#include <algorithm>
#include <vector>

namespace exr {

namespace {

// One open level: a bracket, or the hole of a string. `dollars` is 0 for a bracket and a
// single-line string's hole.
struct Level {
  enum class Kind : std::uint8_t { Bracket, Hole, MultiLineHole };
  Kind kind = Kind::Bracket;
  std::uint32_t dollars = 0;
};

class NestingScan {
 public:
  NestingScan(std::string_view text, std::uint32_t limit) : text_(text), limit_(limit) {}

  std::optional<std::uint32_t> find() {
    while (at_ < text_.size()) {
      read_token();
      if (levels_.size() > limit_) return deepest_;
    }
    return std::nullopt;
  }

 private:
  bool starts_with(std::string_view token) const { return text_.substr(at_).starts_with(token); }

  void open(Level level, std::size_t place) {
    if (levels_.size() == limit_) deepest_ = static_cast<std::uint32_t>(place);
    if (level.kind != Level::Kind::Bracket) ++holes_;
    levels_.push_back(level);
  }

  void read_token() {
    const char c = text_[at_];
    if (c == '(' || c == '[' || c == '{') {
      open({}, at_++);
    } else if (c == ')' || c == ']' || c == '}') {
      ++at_;
      close(c);
    } else if (c == '\'' || c == '$') {
      open_string();
    } else if (c == '/' && starts_with("//")) {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else if (c == '/' && starts_with("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      ++at_;
      // a hole may not hold a line break: the text is broken there, and the parser goes on after it
      if (c == '\n' && holes_ > 0) leave_holes();
    }
  }

  void leave_holes() {
    while (holes_ > 0) pop();
  }

  Level pop() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.kind != Level::Kind::Bracket) --holes_;
    return level;
  }

  void close(char bracket) {
    if (levels_.empty()) return;
    const Level level = pop();
    if (level.kind == Level::Kind::Bracket || bracket != '}') return;
    if (level.kind == Level::Kind::Hole)
      read_text();
    else
      read_multi_line_text(level.dollars);
  }

  void open_string() {
    std::size_t quote = at_;
    while (quote < text_.size() && text_[quote] == '$') ++quote;
    const auto dollars = static_cast<std::uint32_t>(quote - at_);
    at_ = quote;
    if (starts_with("'''")) {
      at_ += 3;
      read_multi_line_text(dollars);
    } else if (starts_with("'")) {
      ++at_;
      read_text();
    }
  }

  // The rest of a single-line string, up to its end or its next hole.
  void read_text() {
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\'' || c == '\n') return;
      if (c == '\\') ++at_;
      if (c == '$' && at_ < text_.size() && text_[at_] == '{') {
        open({Level::Kind::Hole, 0}, at_++);
        return;
      }
    }
  }

  void read_multi_line_text(std::uint32_t dollars) {
    std::uint32_t run = 0;
    while (at_ < text_.size()) {
      if (starts_with("'''")) {
        while (at_ < text_.size() && text_[at_] == '\'') ++at_;
        return;
      }
      const char c = text_[at_++];
      if (c == '{' && dollars > 0 && run >= dollars) {
        open({Level::Kind::MultiLineHole, dollars}, at_ - 1);
        return;
      }
      run = c == '$' ? run + 1 : 0;
    }
  }

  std::string_view text_;
  std::uint32_t limit_;
  std::size_t at_ = 0;
  std::vector<Level> levels_;
  std::uint32_t holes_ = 0;
  std::uint32_t deepest_ = 0;
};

}  // namespace

std::optional<std::uint32_t> find_too_deep(std::string_view text, std::uint32_t limit) {
  return NestingScan(text, limit).find();
}

std::string nesting_message(const Limits& limits) {
  return "brackets are nested more than " + std::to_string(limits.nesting) +
         " deep (limit `nesting`)";
}

}  // namespace exr
