#include "formats/json_comments.h"

#include <algorithm>
#include <cstddef>

namespace exr {

namespace {

std::size_t end_of_string(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == text[begin]) {
      return at + 1;
    }
  }
  return text.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  if (text[begin + 1] == '/') return std::min(text.find_first_of("\r\n", begin), text.size());
  const std::size_t end = text.find("*/", begin + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

}  // namespace

std::vector<Comment> json_comments(std::string_view text) {
  std::vector<Comment> comments;
  for (std::size_t at = 0; (at = text.find_first_of("\"'/", at)) < text.size();) {
    if (text[at] != '/') {
      at = end_of_string(text, at);
    } else if (at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*')) {
      const std::size_t end = end_of_comment(text, at);
      comments.push_back(
          {.begin = static_cast<std::uint32_t>(at), .end = static_cast<std::uint32_t>(end)});
      at = end;
    } else {
      ++at;
    }
  }
  return comments;
}

}  // namespace exr
