#pragma once

#include "frontends/terraform/plan_reading.h"

namespace exr {

/// Reads `configuration`, at which the cursor stands, into the plan's
/// (https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation).
void read_configuration(PlanReading& reading);

}  // namespace exr
