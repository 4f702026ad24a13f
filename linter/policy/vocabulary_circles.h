#pragma once

#include <vector>

#include "policy/rule.h"
#include "policy/rule_file.h"

namespace exr {

/// Reports the definitions of a vocabulary, at their fields (as many, in the same order), that need
/// themselves through those of the earlier vocabularies that call them: a name means the latest
/// definition of it. What needs itself within the vocabulary alone is check_references()'s.
void check_circles(const Vocabulary& vocabulary, const std::vector<ExpressionField>& fields,
                   const RuleSet& earlier, RuleFile& file);

}  // namespace exr
