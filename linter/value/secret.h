#pragma once

#include "value/value.h"

namespace exr {

/// The value as a secret, which it is wherever it goes.
Value secured(const Value& value);

}  // namespace exr
