#pragma once

#include "value/value.h"

namespace exr {

/// The value without its secrets: each secure part is `***`. What is too large or too deep to be
/// shown is Unknown.
Value shown_value(const Value& value);

}  // namespace exr
