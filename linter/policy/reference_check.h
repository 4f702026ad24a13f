#pragma once

#include <vector>

#include "policy/rule.h"
#include "policy/rule_file.h"

namespace exr {

/// Checks every name, function, number of arguments, table, setting and pattern in a rule's
/// expressions against the rule itself, the vocabularies and the tables of `rules`, and that no
/// definition needs itself.
void check_references(const Rule& rule, const std::vector<ExpressionField>& fields,
                      const RuleSet& rules, RuleFile& file);

/// The same for a vocabulary that is about to join those of `rules`.
void check_references(const Vocabulary& vocabulary, const std::vector<ExpressionField>& fields,
                      const RuleSet& rules, RuleFile& file);

}  // namespace exr
