#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "policy/rule.h"

namespace exr {

/// The page of a rule for a terminal: what it checks, why, how to fix it, its settings, its sources
/// and the same check elsewhere. Text is wrapped at `width` columns.
std::string explain(const Rule& rule, std::size_t width);

/// The rules by ID, one line each: severity, kind, name. `(off)` stands at those that run only
/// where they are turned on.
std::string rule_list(const RuleSet& rules);

/// The rule with an ID or a name, without case; null if there is none.
const Rule* find_rule_by_any_name(const RuleSet& rules, std::string_view name);

}  // namespace exr
