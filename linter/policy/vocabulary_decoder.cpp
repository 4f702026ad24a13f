#include "policy/vocabulary_decoder.h"

#include <array>
#include <utility>

#include "azure/resource_type.h"
#include "policy/field_decoders.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::array<std::string_view, 3> kVocabularyKeys = {"settings", "inline", "let"};
constexpr std::array<std::string_view, 3> kTableKeys = {"source", "date", "rows"};

std::vector<InlineChild> decode_inline(RuleFile& file, const Value& value) {
  std::vector<InlineChild> children;
  const Object* object = file.object(value, "`inline`");
  if (object == nullptr) return children;
  for (const Object::Property& property : object->properties()) {
    if (parent_type(property.name).empty()) {
      file.report(property.name_span,
                  "`" + property.name + "` is no child type, as `Provider.Name/type/child` is");
      continue;
    }
    children.push_back({.type = property.name, .path = file.scalar_text(property.value, "a path")});
  }
  return children;
}

Value merged_rows(const Value& ours, const Value& users) {
  if (ours.is_object() && users.is_object()) {
    Object rows = ours.as_object();
    for (const Object::Property& row : users.as_object().properties())
      rows.set(row.name, row.value, row.name_span);
    return Value::object(std::move(rows), users.origin());
  }
  if (!ours.is_array() || !users.is_array()) return users;
  Array rows = ours.as_array();
  for (const Value& row : users.as_array().members) rows.add(row);
  return Value::array(std::move(rows), users.origin());
}

}  // namespace

std::span<const std::string_view> vocabulary_keys() { return kVocabularyKeys; }
std::span<const std::string_view> table_keys() { return kTableKeys; }

DecodedVocabulary decode_vocabulary(RuleFile& file, const Value& document) {
  DecodedVocabulary result;
  const Object* object = file.object(document, "a vocabulary");
  if (object == nullptr) return result;
  file.check_keys(*object, kVocabularyKeys);
  Vocabulary& vocabulary = result.vocabulary;
  if (const Value* value = file.find(*object, "settings", {}))
    vocabulary.settings = decode_settings(file, *value);
  if (const Value* value = file.find(*object, "inline", {}))
    vocabulary.inline_children = decode_inline(file, *value);
  if (const Value* value = file.find(*object, "let", {})) {
    ExpressionField place;
    place.check = kNoCheck;
    vocabulary.definitions =
        decode_definitions(file, *value, vocabulary.tree, place, result.fields);
  }
  return result;
}

ReferenceTable decode_table(RuleFile& file, const std::string& name, const Value& document) {
  ReferenceTable table;
  table.name = name;
  const Object* object = file.object(document, "a table");
  if (object == nullptr) return table;
  file.check_keys(*object, kTableKeys);
  table.source = file.text(*object, "source", document.origin(), Need::Required);
  table.date = file.text(*object, "date", document.origin(), Need::Required);
  const Value* rows = file.find(*object, "rows", document.origin(), Need::Required);
  if (rows == nullptr) return table;
  if (!rows->is_object() && !rows->is_array())
    file.report(rows->origin(), "`rows` must be a map by key, or a list");
  table.rows = TableRows(*rows);
  return table;
}

ReferenceTable merged_table(const ReferenceTable& ours, const ReferenceTable& users) {
  ReferenceTable table = users;
  table.rows = TableRows(merged_rows(ours.rows.value(), users.rows.value()));
  return table;
}

}  // namespace exr
