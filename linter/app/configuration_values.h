#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "value/value.h"

namespace exr {

/// Takes values of the configuration apart. What is not of the expected kind is a
/// ConfigurationError at its place.
class ConfigurationValues {
 public:
  explicit ConfigurationValues(Problems& problems) : problems_(problems) {}

  void report(Span place, std::string message);
  /// Says that nothing has this name, and the nearest name that something has.
  void report_unknown(Span place, std::string_view noun, std::string_view name,
                      const std::vector<std::string_view>& known);

  /// The content, empty after a Problem. `what` names the value in the message: "`exclude`".
  const Object* object(const Value& value, std::string_view what);
  std::optional<std::string> text(const Value& value, std::string_view what);
  std::optional<std::uint64_t> whole_number(const Value& value, std::string_view what);
  /// One text, or a list of them. Each with its place.
  std::vector<Value> texts(const Value& value, std::string_view what);

 private:
  void report_kind(const Value& value, std::string_view what, std::string_view expected);

  Problems& problems_;
};

/// What a value is, for messages: "a list", "the text `a`".
std::string described(const Value& value);

}  // namespace exr
