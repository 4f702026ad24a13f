#pragma once

#include <string>
#include <vector>

#include "policy/rule.h"
#include "policy/rule_file.h"

namespace exr {

/// A vocabulary with its expressions' places, before the names in them were checked.
struct DecodedVocabulary {
  Vocabulary vocabulary;
  std::vector<ExpressionField> fields;
};

/// Reads a `vocabulary.yaml`. What is wrong is reported.
DecodedVocabulary decode_vocabulary(RuleFile& file, const Value& document);

/// Reads a table of the given name (that of its file).
ReferenceTable decode_table(RuleFile& file, const std::string& name, const Value& document);

/// Lays a user's table over one of the same name: rows by key replace ours, rows in order follow
/// ours.
ReferenceTable merged_table(const ReferenceTable& ours, const ReferenceTable& users);

std::span<const std::string_view> vocabulary_keys();
std::span<const std::string_view> table_keys();

}  // namespace exr
