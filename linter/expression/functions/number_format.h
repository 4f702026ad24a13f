#pragma once

#include <string>
#include <string_view>

#include "value/value.h"

namespace exr {

/// A number in a format of .NET, or why there is no text.
struct FormattedNumber {
  enum class Kind : std::uint8_t {
    Text,
    /// .NET may format it, but how depends on its culture, or it is more than is done here.
    NotComputed,
    /// .NET refuses it.
    Refused,
  };
  Kind kind = Kind::Text;
  std::string text;
};

/// A number in one of .NET's formats, invariant culture: the standard ones (`D5 N0 F2 X4 P1 E2 G`),
/// or a custom one of digits (`000`, `#,##0.00`). Source: learn.microsoft.com, "Standard numeric
/// format strings" and "Custom numeric format strings".
FormattedNumber formatted_number(const Value& number, std::string_view format);

}  // namespace exr
