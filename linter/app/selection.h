#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/configuration.h"
#include "findings/problem.h"
#include "findings/severity.h"
#include "policy/rule.h"

namespace exr {

/// What the command line says of rules; it comes before the configuration. Rules are named by ID or
/// by name.
struct RuleOptions {
  std::vector<std::string> selected;
  std::vector<std::string> ignored;
  std::vector<std::pair<std::string, Severity>> severities;
};

/// Which of the rules run, and how: the profile, then the configuration, then the command line.
/// Rules and settings that do not exist, and values of the wrong type, are ConfigurationErrors and
/// left out.
Selection select_rules(const Configuration& configuration, const RuleOptions& options,
                       const RuleSet& rules, Problems& problems);

/// The ID or the name of a rule that may have been meant; empty if none is near.
std::string_view nearest_rule(const RuleSet& rules, std::string_view name);

}  // namespace exr
