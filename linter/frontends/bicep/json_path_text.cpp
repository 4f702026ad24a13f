#include "frontends/bicep/json_path_text.h"

#include <charconv>

namespace exr {

bool JsonPathText::starts_with_any(std::string_view characters) const {
  return !rest_.empty() && characters.find(rest_.front()) != std::string_view::npos;
}

bool JsonPathText::take(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

void JsonPathText::skip_spaces() {
  while (rest_.starts_with(' ')) rest_.remove_prefix(1);
}

std::string_view JsonPathText::take_before(std::string_view characters) {
  const std::string_view taken = rest_.substr(0, rest_.find_first_of(characters));
  rest_.remove_prefix(taken.size());
  return taken;
}

std::optional<std::string> JsonPathText::take_quoted() {
  if (!rest_.starts_with('\'')) return std::nullopt;
  std::string text;
  for (std::size_t i = 1; i < rest_.size(); ++i) {
    if (rest_[i] == '\'') {
      rest_.remove_prefix(i + 1);
      return text;
    }
    if (rest_[i] == '\\') {
      ++i;
      const bool is_escape = i < rest_.size() && (rest_[i] == '\'' || rest_[i] == '\\');
      if (!is_escape) return std::nullopt;
    }
    text += rest_[i];
  }
  return std::nullopt;
}

std::optional<std::int32_t> JsonPathText::take_integer() {
  std::int32_t number = 0;
  const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
  if (error != std::errc()) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
  return number;
}

std::optional<std::string> JsonPathText::take_pattern() {
  if (!rest_.starts_with('/')) return std::nullopt;
  std::size_t end = 1;
  while (end < rest_.size() && rest_[end] != '/') end += rest_[end] == '\\' ? 2 : 1;
  if (end >= rest_.size()) return std::nullopt;
  const std::string_view expression = rest_.substr(1, end - 1);
  rest_.remove_prefix(end + 1);
  std::string flags;
  for (; starts_with_any("imsx"); rest_.remove_prefix(1)) {
    // that groups are not counted (`x`) changes no match
    if (rest_.front() != 'x') flags += rest_.front();
  }
  return (flags.empty() ? "" : "(?" + flags + ")") + std::string(expression);
}

}  // namespace exr
