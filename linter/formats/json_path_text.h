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
  bool starts_with(char c) const { return rest_.starts_with(c); }
  /// Takes exactly this text; false if something else stands there.
  bool take(std::string_view text);
  void skip_spaces();
  /// A name up to the next dot, bracket, space or operator; empty if none stands there.
  std::string_view take_name();
  /// A text in single or double quotes, a backslash before a quote or a backslash.
  std::optional<std::string> take_quoted();
  /// A whole number of 64 bits with an optional minus.
  std::optional<std::int64_t> take_integer();
  /// A number with a fraction or an exponent.
  std::optional<double> take_number();

 private:
  std::string_view rest_;
};

}  // namespace exr
