#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/value.h"

namespace exr {

/// A number in one of .NET's formats, invariant culture: the standard ones (`D5 N0 F2 X4 P1 E2 G`),
/// or a custom one of digits (`000`,
/// `#,##0.00`). Empty if the format is none of these.
std::optional<std::string> formatted_number(const Value& number, std::string_view format);

}  // namespace exr
