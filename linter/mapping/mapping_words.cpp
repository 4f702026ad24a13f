#include "mapping/mapping_words.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

constexpr std::string_view kSpace = " \t\n";
constexpr std::string_view kNameLetters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-$";

bool is_quote(char c) { return c == '\'' || c == '"'; }

}  // namespace

std::optional<std::vector<MappingWord>> mapping_words(std::string_view text) {
  std::vector<MappingWord> words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    MappingWord word;
    if (text.size() > 1 && text[0] == '=' && is_quote(text[1])) {
      word.text = "=";
      text.remove_prefix(1);
    }
    if (is_quote(text[0])) {
      const std::size_t end = text.find(text[0], 1);
      if (end == std::string_view::npos) return std::nullopt;
      word.is_quoted = true;
      word.text += text.substr(1, end - 1);
      text.remove_prefix(end + 1);
    } else {
      const std::size_t end = std::min(text.find_first_of(kSpace), text.size());
      word.text = text.substr(0, end);
      text.remove_prefix(end);
    }
    words.push_back(std::move(word));
  }
}

std::vector<std::string> arm_path_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    if (text.starts_with("['")) {
      const std::size_t end = text.find("']");
      if (end == std::string_view::npos || names.empty()) return {};
      names.emplace_back(text.substr(2, end - 2));
      text.remove_prefix(end + 2);
      continue;
    }
    if (!names.empty()) {
      if (text[0] != '.') return {};
      text.remove_prefix(1);
    }
    const std::size_t end = std::min(text.find_first_not_of(kNameLetters), text.size());
    if (end == 0) return {};
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return names;
}

}  // namespace exr
