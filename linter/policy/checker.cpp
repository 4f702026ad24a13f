#include "policy/checker.h"

#include <algorithm>

#include "policy/places.h"
#include "policy/rule_host.h"
#include "policy/rule_run.h"
#include "support/text.h"

namespace exr {

namespace {

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::any_of(ids.begin(), ids.end(),
                     [&](const std::string& other) { return equal_ignoring_case(other, id); });
}

}  // namespace

bool runs(const Rule& rule, const Selection& selection) {
  const std::string& id = rule.facts.id;
  const auto changed = selection.overrides.find(id);
  const bool is_changed = changed != selection.overrides.end();
  if (is_changed && changed->second.off) return false;
  if (names(selection.ignored, id)) return false;
  if (!selection.selected.empty()) return names(selection.selected, id);
  return rule.enabled || is_changed;
}

std::vector<Finding> check(const RuleInput& input, Problems& problems) {
  RuleHost host(input, problems);
  Places places(host);
  std::vector<Finding> findings;
  for (const auto& rule : input.rules.rules) {
    if (runs(*rule, input.selection)) RuleRun(host, places, *rule, findings).run();
  }
  return findings;
}

}  // namespace exr
