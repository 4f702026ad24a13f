#include "syntax/bicep_comments.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace exr {

namespace {

constexpr std::string_view kMultiLineQuote = "'''";

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Comment> scan() {
    while ((at_ = text_.find_first_of("'/{}", at_)) < text_.size()) take_sign();
    return std::move(comments_);
  }

 private:
  bool stands_here(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }

  void take_sign() {
    if (stands_here("//")) return take_comment(text_.find_first_of("\r\n", at_), 0);
    if (stands_here("/*")) return take_comment(text_.find("*/", at_ + 2), 2);
    if (stands_here(kMultiLineQuote)) return skip_multi_line_string();
    const char sign = text_[at_++];
    if (sign == '\'') return skip_string();
    if (holes_.empty()) return;
    // a brace in a hole of a string: the one that fits ends the hole
    if (sign == '{') ++holes_.back();
    if (sign != '}') return;
    if (holes_.back() > 0) {
      --holes_.back();
    } else {
      holes_.pop_back();
      skip_string();
    }
  }

  void take_comment(std::size_t end, std::size_t sign) {
    const std::size_t begin = at_;
    at_ = end == std::string_view::npos ? text_.size() : end + sign;
    comments_.push_back(
        {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(at_)});
  }

  void skip_multi_line_string() {
    const std::size_t end = text_.find(kMultiLineQuote, at_ + kMultiLineQuote.size());
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    // quotes before the last three belong to the text
    at_ = std::min(text_.find_first_not_of('\'', end), text_.size());
  }

  // From inside a string to its end or into its next hole.
  void skip_string() {
    while ((at_ = text_.find_first_of("'\\$\n", at_)) < text_.size()) {
      const char sign = text_[at_++];
      if (sign == '\'' || sign == '\n') return;
      if (sign == '\\') ++at_;
      if (sign == '$' && stands_here("{")) {
        ++at_;
        holes_.push_back(0);
        return;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  // of each hole around the place: the braces that are open in it
  std::vector<std::uint32_t> holes_;
  std::vector<Comment> comments_;
};

}  // namespace

std::vector<Comment> bicep_comments(std::string_view text) { return Scanner(text).scan(); }

}  // namespace exr
