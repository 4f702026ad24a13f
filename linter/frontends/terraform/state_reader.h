#pragma once

#include <cstdint>
#include <vector>

#include "frontends/terraform/plan_reading.h"

namespace exr {

/// What to take from the `values` of a state.
enum class StateParts : std::uint8_t { Resources, Outputs, Both };

/// Reads the `values` of a state, or the `planned_values` of a plan, at which the cursor stands
/// (https://developer.hashicorp.com/terraform/internals/json-format#values-representation): the
/// resources of all modules into `resources`, with their values as `after`; the outputs of the root
/// into the plan's.
void read_state_values(PlanReading& reading, StateParts parts,
                       std::vector<PlannedResource>& resources);

/// Reads `prior_state`, at which the cursor stands, into the plan's prior resources.
void read_prior_state(PlanReading& reading);

}  // namespace exr
