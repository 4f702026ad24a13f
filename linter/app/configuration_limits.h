#pragma once

#include "app/configuration_values.h"
#include "support/limits.h"
#include "value/containers.h"

namespace exr {

/// Reads `limits:` over the limits that hold so far.
void read_limits(const Object& object, ConfigurationValues& values, Limits& limits);

}  // namespace exr
