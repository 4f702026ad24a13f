#pragma once

#include <vector>

#include "findings/finding.h"
#include "findings/problem.h"
#include "policy/rule.h"
#include "policy/rule_input.h"

namespace exr {

/// Judges every declared resource, output and parameter of a linked graph by the selected rules.
/// Failed and open findings, one per rule, place and message, in no particular order.
std::vector<Finding> check(const RuleInput& input, Problems& problems);

/// Whether a rule runs under a selection.
bool runs(const Rule& rule, const Selection& selection);

}  // namespace exr
