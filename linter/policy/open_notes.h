#pragma once

#include <string>
#include <vector>

#include "policy/rule.h"
#include "policy/rule_host.h"

namespace exr {

/// Why a check (entered, `self` and `each` bound) could not be decided: a line for each Unknown, or
/// array of unknown length, that its conditions read; a few at most.
std::vector<std::string> open_notes(RuleHost& host, const Check& check);

}  // namespace exr
