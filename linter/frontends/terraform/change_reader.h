#pragma once

#include "frontends/terraform/plan_reading.h"

namespace exr {

/// Reads `resource_changes`, at which the cursor stands, into the plan's resources. An object that
/// was deposed will be deleted, whatever stands in its place
/// (https://developer.hashicorp.com/terraform/internals/json-format#plan-representation).
void read_resource_changes(PlanReading& reading);

}  // namespace exr
