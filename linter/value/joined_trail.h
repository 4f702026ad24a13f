#pragma once

#include "value/value.h"

namespace exr {

/// The history of something computed from several values: null if none has one, the only one if
/// just one has. Else a Derived step right over what they came from, which is never Derived itself.
TrailPointer joined_trail(const Value* begin, const Value* end);
TrailPointer joined_trail(const Value& a, const Value& b);

}  // namespace exr
