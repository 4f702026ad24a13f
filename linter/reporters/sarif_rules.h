#pragma once

#include <string>
#include <string_view>

#include "findings/finding.h"
#include "findings/problem_kinds.h"
#include "reporters/json_writer.h"

namespace exr {

/// The page of the project.
inline constexpr std::string_view kProjectUri = "https://github.com/exrlint/exrlint";

/// `SinglePeeringLocation` of `single-peering-location`: words with one capital each, as SARIF's
/// validator wants them.
std::string sarif_rule_name(std::string_view kebab_name);

/// SARIF's word for a severity.
std::string_view sarif_level(Severity severity);

/// A rule as a `reportingDescriptor`.
void write_sarif_rule(JsonWriter& json, const RuleFacts& rule);
/// A kind of problem as the `reportingDescriptor` of a notification.
void write_sarif_notification_kind(JsonWriter& json, const ProblemKindFacts& kind);

}  // namespace exr
