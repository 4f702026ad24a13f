#pragma once

#include <optional>

#include "value/value.h"

namespace exr {

/// Whether two scalars are one as `JValue.Equals` of Newtonsoft.Json sees it, which the filters of
/// its paths use (Src/Newtonsoft.Json/Linq/JValue.cs): of one kind and equal, or equal numbers.
bool are_equal_in_json(const Value& a, const Value& b);
/// Less than 0, 0 or more than 0, as `JValue.CompareTo` orders them: null before all else, a text
/// beside a number or a boolean as what it says. Empty if it says none.
std::optional<int> order_in_json(const Value& a, const Value& b);

}  // namespace exr
