#pragma once

#include <string>

#include "policy/rule.h"
#include "value/value.h"

namespace exr {

/// A setting's type as people write it: `array of string`.
std::string type_text(const Setting& setting);

/// What is wrong with a value for a setting: "is the text `a`, expected a whole number". Empty if
/// nothing is.
std::string mismatch(const Setting& setting, const Value& value);

}  // namespace exr
