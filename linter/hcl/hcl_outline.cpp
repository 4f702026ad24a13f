#include "hcl/hcl_outline.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace exr {

namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t end = line.find_last_not_of(" \t\r");
  return end == std::string_view::npos || end < begin ? std::string_view()
                                                      : line.substr(begin, end - begin + 1);
}

std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_word(line[end])) ++end;
  return line.substr(0, end);
}

bool is_block_type(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kTypes = {
      "check",  "data",     "ephemeral", "import",   "locals",    "module",   "moved",
      "output", "provider", "removed",   "resource", "terraform", "variable", "action"};
  return std::find(kTypes.begin(), kTypes.end(), word) != kTypes.end();
}

// Whether a line opens a block as Terraform has them at the top: `resource "a" "b" {`.
bool opens_top_block(std::string_view line) {
  const std::string_view type = first_word(line);
  if (!is_block_type(type)) return false;
  const std::string_view rest = trimmed(line.substr(type.size()));
  return rest.starts_with('"') || rest.starts_with('{');
}

// What is open around a place of the text.
struct Level {
  enum class Kind : std::uint8_t { Bracket, Hole, Quoted, Heredoc };
  Kind kind = Kind::Bracket;
  std::string_view marker;
};

class OutlineScan {
 public:
  OutlineScan(std::string_view text, std::uint32_t limit) : text_(text), limit_(limit) {}

  HclOutline run() {
    begin_line();
    while (at_ < text_.size()) {
      if (is_in(Level::Kind::Quoted)) {
        read_quoted();
      } else if (is_in(Level::Kind::Heredoc)) {
        read_heredoc();
      } else {
        read_token();
      }
    }
    end_statement(text_.size());
    return std::move(outline_);
  }

 private:
  bool is_in(Level::Kind kind) const { return !levels_.empty() && levels_.back().kind == kind; }
  bool starts_with(std::string_view token) const { return text_.substr(at_).starts_with(token); }
  std::string_view line() const { return text_.substr(at_, line_end() - at_); }
  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }

  void open(Level::Kind kind, std::size_t size) {
    if (++depth_ > limit_ && !outline_.too_deep)
      outline_.too_deep = static_cast<std::uint32_t>(at_);
    levels_.push_back({kind, {}});
    at_ += size;
  }

  void close() {
    ++at_;
    if (levels_.empty()) return;
    levels_.pop_back();
    --depth_;
  }

  void end_statement(std::size_t end) {
    if (begin_ < end)
      outline_.statements.push_back(
          {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    begin_ = end;
  }

  // At the beginning of a line that is no text.
  void begin_line() {
    if (at_ >= text_.size()) return;
    const bool begins = levels_.empty() ? is_word(text_[at_]) : opens_top_block(line());
    if (begins) end_statement(at_);
  }

  void add_comment(std::size_t end) {
    outline_.comments.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
    at_ = end;
  }

  void read_token() {
    const char c = text_[at_];
    if (c == '\n') {
      ++at_;
      begin_line();
    } else if (c == '(' || c == '[' || c == '{') {
      open(Level::Kind::Bracket, 1);
    } else if (c == ')' || c == ']' || c == '}') {
      close();
    } else if (c == '"') {
      levels_.push_back({Level::Kind::Quoted, {}});
      ++at_;
    } else if (c == '#' || starts_with("//")) {
      const std::string_view rest = line();
      add_comment(at_ + rest.size() - (rest.ends_with('\r') ? 1 : 0));
    } else if (starts_with("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      add_comment(end == std::string_view::npos ? text_.size() : end + 2);
    } else if (starts_with("<<")) {
      open_heredoc();
    } else {
      ++at_;
    }
  }

  void open_heredoc() {
    at_ += starts_with("<<-") ? 3 : 2;
    const std::string_view marker = first_word(line());
    if (marker.empty() || trimmed(line()).size() != marker.size()) return;
    levels_.push_back({Level::Kind::Heredoc, marker});
    at_ = line_end() + 1;
    end_heredoc();
  }

  // At the beginning of a line of a heredoc: past its marker if that is all of the line.
  void end_heredoc() {
    if (at_ >= text_.size() || trimmed(line()) != levels_.back().marker) return;
    levels_.pop_back();
    at_ = line_end();
  }

  // Past `$` or `%`; true if that opened a hole.
  bool pass_sign() {
    const char sign = text_[at_];
    const std::string_view rest = text_.substr(at_ + 1);
    if (rest.starts_with('{')) {
      open(Level::Kind::Hole, 2);
      return true;
    }
    const bool escaped = rest.size() > 1 && rest[0] == sign && rest[1] == '{';
    at_ += escaped ? 3 : 1;
    return false;
  }

  void read_quoted() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '$' || c == '%') {
        if (pass_sign()) return;
      } else if (c == '"' || c == '\n') {
        // a line break is no part of a text: the text has no end
        levels_.pop_back();
        at_ += c == '"' ? 1 : 0;
        return;
      } else {
        at_ += c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
      }
    }
  }

  void read_heredoc() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '$' || c == '%') {
        if (pass_sign()) return;
      } else {
        ++at_;
        if (c != '\n') continue;
        const std::size_t open = levels_.size();
        end_heredoc();
        if (levels_.size() != open) return;
      }
    }
  }

  std::string_view text_;
  std::uint32_t limit_;
  HclOutline outline_;
  std::vector<Level> levels_;
  std::size_t at_ = 0;
  // where the statement began that is being read
  std::size_t begin_ = 0;
  // brackets and holes that are open
  std::uint32_t depth_ = 0;
};

}  // namespace

HclOutline outline_hcl(std::string_view text, std::uint32_t nesting_limit) {
  return OutlineScan(text, nesting_limit).run();
}

}  // namespace exr
