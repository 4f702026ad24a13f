#pragma once

#include <vector>

#include "policy/rule.h"
#include "policy/rule_file.h"

namespace exr {

/// A rule with its expressions' places, before the names in them were checked.
struct DecodedRule {
  Rule rule;
  std::vector<ExpressionField> fields;
};

/// Reads the one rule of a file. What is wrong is reported; then the rule is of no use.
DecodedRule decode_rule(RuleFile& file, const Value& document);

/// The keys of a rule file, and of one of its checks: what the JSON Schema for editors lists, too.
std::span<const std::string_view> rule_keys();
std::span<const std::string_view> check_keys();

}  // namespace exr
