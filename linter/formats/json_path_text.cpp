#include "formats/json_path_text.h"

#include <charconv>

namespace exr {

namespace {

template <typename Number>
std::optional<Number> take_off(std::string_view& rest) {
  Number number{};
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc()) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
  return number;
}

}  // namespace

bool JsonPathText::take(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

void JsonPathText::skip_spaces() {
  while (rest_.starts_with(' ')) rest_.remove_prefix(1);
}

std::string_view JsonPathText::take_name() {
  const std::string_view name = rest_.substr(0, rest_.find_first_of(".[]() =<>!&|*?'\",:"));
  rest_.remove_prefix(name.size());
  return name;
}

std::optional<std::string> JsonPathText::take_quoted() {
  if (!rest_.starts_with('\'') && !rest_.starts_with('"')) return std::nullopt;
  const char quote = rest_.front();
  std::string text;
  for (std::size_t i = 1; i < rest_.size(); ++i) {
    if (rest_[i] == quote) {
      rest_.remove_prefix(i + 1);
      return text;
    }
    const bool is_escaped =
        rest_[i] == '\\' && i + 1 < rest_.size() && (rest_[i + 1] == quote || rest_[i + 1] == '\\');
    if (is_escaped) ++i;
    text += rest_[i];
  }
  return std::nullopt;
}

std::optional<std::int64_t> JsonPathText::take_integer() { return take_off<std::int64_t>(rest_); }

std::optional<double> JsonPathText::take_number() { return take_off<double>(rest_); }

}  // namespace exr
