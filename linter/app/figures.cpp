#include "app/figures.h"

#include <algorithm>

#include "azure/resource_type.h"
#include "policy/checker.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

// The readers' limit on nesting bounds the depth.
std::uint32_t unknown_values(const Value& value) {
  if (value.is_unknown()) return 1;
  std::uint32_t count = 0;
  if (value.is_array()) {
    for (const Value& member : value.as_array().members) count += unknown_values(member);
  } else if (value.is_object()) {
    for (const Object::Property& property : value.as_object().properties()) {
      count += unknown_values(property.value);
    }
  }
  return count;
}

}  // namespace

void add_figures(const ResourceGraph& graph, Summary& summary) {
  for (const Resource& resource : graph.resources()) {
    if (resource.existing || equal_ignoring_case(resource.type, kDeploymentsType)) continue;
    // an inline child stands in its parent's body, too
    if (!resource.is_inline) summary.unknown_values += unknown_values(resource.body);
    ++summary.resources;
  }
  summary.partial = summary.partial || graph.is_partial();
}

void add_rules(const RuleSet& rules, const Selection& selection, Report& report) {
  for (const auto& rule : rules.rules) {
    if (!runs(*rule, selection)) continue;
    const bool is_there =
        std::any_of(report.rules.begin(), report.rules.end(),
                    [&](const RuleFacts& facts) { return facts.id == rule->facts.id; });
    if (!is_there) report.rules.push_back(rule->facts);
  }
  report.summary.rules = static_cast<std::uint32_t>(report.rules.size());
}

}  // namespace exr
