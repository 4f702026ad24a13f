#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

/// The rest of a JSON path that is being read, from which tokens are taken off the front.
class JsonPathText {
 public:
  explicit JsonPathText(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }
  bool starts_with(std::string_view text) const { return rest_.starts_with(text); }
  /// Whether one of these characters stands in front.
  bool starts_with_any(std::string_view characters) const;
  /// Takes exactly this text; false if something else stands there.
  bool take(std::string_view text);
  void skip_spaces();
  /// What stands before the first of these characters; all of it if there is none.
  std::string_view take_before(std::string_view characters);
  /// A text in single quotes, a backslash before a quote or a backslash.
  std::optional<std::string> take_quoted();
  /// A whole number of 32 bits with an optional minus.
  std::optional<std::int32_t> take_integer();
  /// A regular expression between slashes with the letters behind it, as `(?i)expression`.
  std::optional<std::string> take_pattern();

 private:
  std::string_view rest_;
};

}  // namespace exr
