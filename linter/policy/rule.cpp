#include "policy/rule.h"

#include <algorithm>

namespace exr {

const Rule* RuleSet::find_rule(std::string_view id) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) {
    return equal_ignoring_case(rule->facts.id, id);
  });
  return found == rules.end() ? nullptr : found->get();
}

const ReferenceTable* RuleSet::find_table(std::string_view name) const {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const ReferenceTable& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

std::vector<InlineChild> RuleSet::inline_children() const {
  std::vector<InlineChild> children;
  for (const auto& vocabulary : vocabularies) {
    for (const InlineChild& child : vocabulary->inline_children) {
      const auto same = std::find_if(children.begin(), children.end(), [&](const auto& other) {
        return equal_ignoring_case(other.type, child.type);
      });
      if (same == children.end())
        children.push_back(child);
      else
        *same = child;
    }
  }
  return children;
}

}  // namespace exr
