#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/rule.h"
#include "policy/rule_file.h"

namespace exr {

// What rules, checks and the vocabulary have in common. Each reports what is wrong, and leaves it
// out.

/// `settings:`.
std::vector<Setting> decode_settings(RuleFile& file, const Value& value);
/// `let:`; each body becomes a field that sees `names` besides the definition's parameters.
std::vector<Definition> decode_definitions(RuleFile& file, const Value& value, ExpressionTree& tree,
                                           const ExpressionField& place,
                                           std::vector<ExpressionField>& fields);
/// `for:`.
std::vector<Target> decode_targets(RuleFile& file, const Value& value);
/// `severity:`, empty if it is none.
std::optional<Severity> decode_severity(RuleFile& file, const Value& value);
/// The word of an enumerated key: its index in `words`.
std::optional<std::size_t> decode_word(RuleFile& file, const Value& value, std::string_view key,
                                       std::span<const std::string_view> words);

}  // namespace exr
