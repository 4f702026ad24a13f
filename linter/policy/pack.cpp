#include "policy/pack.h"

#include <memory>
#include <utility>
#include <vector>

#include "value/pack_coder.h"

namespace exr {

namespace {

// A table is decoded when somebody reads it, so its rows stay bytes until then.
void code_rows(PackEncoder& encoder, const TableRows& rows) {
  PackEncoder own;
  own.value(rows.value());
  encoder.text(own.take());
}

void code_rows(PackDecoder& decoder, TableRows& rows) { rows = TableRows::encoded(decoder.text()); }

template <typename Coder, typename T>
void code_optional(Coder& coder, T& optional) {
  bool has_value = optional.has_value();
  coder.number(has_value);
  if (!has_value) return;
  if constexpr (Coder::kReads) optional.emplace();
  coder.number(*optional);
}

template <typename Coder, typename List>
void code_texts(Coder& coder, List& texts) {
  coder.list(texts, [&](auto& text) { coder.text(text); });
}

template <typename Coder, typename NodeType>
void code_node(Coder& coder, NodeType& node) {
  coder.number(node.kind);
  coder.number(node.flags);
  coder.number(node.operation);
  coder.number(node.first_child);
  coder.number(node.child_count);
  coder.number(node.payload);
  coder.number(node.second);
  coder.number(node.begin);
  coder.number(node.end);
}

template <typename Coder, typename Tree>
void code_tree(Coder& coder, Tree& tree) {
  ExpressionTree::Parts parts;
  if constexpr (!Coder::kReads) parts = tree.parts();
  coder.list(parts.nodes, [&](auto& node) { code_node(coder, node); });
  coder.list(parts.children, [&](auto& child) { coder.number(child); });
  code_texts(coder, parts.texts);
  coder.list(parts.integers, [&](auto& integer) { coder.number(integer); });
  if constexpr (Coder::kReads) tree = ExpressionTree::from_parts(FileId::kNone, std::move(parts));
}

template <typename Coder, typename List>
void code_definitions(Coder& coder, List& definitions) {
  coder.list(definitions, [&](auto& definition) {
    coder.text(definition.name);
    code_texts(coder, definition.parameters);
    coder.number(definition.is_function);
    coder.number(definition.body);
  });
}

template <typename Coder, typename List>
void code_each(Coder& coder, List& each) {
  coder.list(each, [&](auto& binding) {
    coder.text(binding.name);
    coder.number(binding.array);
  });
}

template <typename Coder, typename List>
void code_targets(Coder& coder, List& targets) {
  coder.list(targets, [&](auto& target) {
    coder.number(target.kind);
    coder.text(target.type);
  });
}

template <typename Coder, typename List>
void code_settings(Coder& coder, List& settings) {
  coder.list(settings, [&](auto& setting) {
    coder.text(setting.name);
    coder.number(setting.type);
    code_optional(coder, setting.element_type);
    coder.value(setting.default_value);
    coder.text(setting.description);
  });
}

template <typename Coder, typename CheckType>
void code_check(Coder& coder, CheckType& check) {
  code_targets(coder, check.targets);
  coder.number(check.when);
  code_each(coder, check.each);
  code_definitions(coder, check.definitions);
  coder.number(check.condition);
  coder.number(check.forbid);
  coder.number(check.at);
  coder.number(check.related);
  coder.number(check.message);
  coder.text(check.message_template);
  code_optional(coder, check.severity);
}

template <typename Coder, typename Facts>
void code_facts(Coder& coder, Facts& facts) {
  coder.text(facts.id);
  coder.text(facts.name);
  coder.number(facts.severity);
  coder.text(facts.kind);
  coder.text(facts.pillar);
  coder.text(facts.confidence);
  code_texts(coder, facts.messages);
  coder.text(facts.why);
  coder.text(facts.fix);
  coder.list(facts.sources, [&](auto& source) {
    coder.text(source.title);
    coder.text(source.url);
    coder.text(source.date);
  });
  code_texts(coder, facts.covers);
  coder.text(facts.since);
}

template <typename Coder, typename RuleType>
void code_rule(Coder& coder, RuleType& rule) {
  code_facts(coder, rule.facts);
  coder.number(rule.kind);
  coder.number(rule.enabled);
  coder.number(rule.suppressible);
  code_targets(coder, rule.targets);
  coder.number(rule.when);
  code_each(coder, rule.each);
  code_definitions(coder, rule.definitions);
  coder.list(rule.checks, [&](auto& check) { code_check(coder, check); });
  coder.number(rule.first_only);
  coder.number(rule.fix);
  code_settings(coder, rule.settings);
  code_tree(coder, rule.tree);
}

template <typename Coder, typename VocabularyType>
void code_vocabulary(Coder& coder, VocabularyType& vocabulary) {
  code_settings(coder, vocabulary.settings);
  coder.list(vocabulary.inline_children, [&](auto& child) {
    coder.text(child.type);
    coder.text(child.path);
  });
  code_definitions(coder, vocabulary.definitions);
  code_tree(coder, vocabulary.tree);
}

template <typename Coder, typename Table>
void code_table(Coder& coder, Table& table) {
  coder.text(table.name);
  coder.text(table.source);
  coder.text(table.date);
  code_rows(coder, table.rows);
}

// Rules and vocabularies are shared and constant in a rule set, so the decoder makes them apart.
template <typename T, typename Part>
std::vector<std::shared_ptr<const T>> decoded_list(PackDecoder& decoder, Part part) {
  std::vector<T> values;
  decoder.list(values, part);
  std::vector<std::shared_ptr<const T>> shared;
  shared.reserve(values.size());
  for (T& value : values) shared.push_back(std::make_shared<const T>(std::move(value)));
  return shared;
}

}  // namespace

TableRows TableRows::encoded(std::string_view bytes) {
  TableRows rows;
  rows.encoded_ = bytes;
  return rows;
}

const Value& TableRows::value() const {
  if (!encoded_.empty()) PackDecoder(std::exchange(encoded_, {})).value(rows_);
  return rows_;
}

std::string encode_pack(const RuleSet& rules) {
  PackEncoder encoder;
  encoder.list(rules.tables, [&](const ReferenceTable& table) { code_table(encoder, table); });
  encoder.list(rules.vocabularies,
               [&](const auto& vocabulary) { code_vocabulary(encoder, *vocabulary); });
  encoder.list(rules.rules, [&](const auto& rule) { code_rule(encoder, *rule); });
  return encoder.take();
}

RuleSet decode_pack(std::string_view bytes) {
  PackDecoder decoder(bytes);
  RuleSet rules;
  decoder.list(rules.tables, [&](ReferenceTable& table) { code_table(decoder, table); });
  rules.vocabularies = decoded_list<Vocabulary>(
      decoder, [&](Vocabulary& vocabulary) { code_vocabulary(decoder, vocabulary); });
  rules.rules = decoded_list<Rule>(decoder, [&](Rule& rule) { code_rule(decoder, rule); });
  EXR_CHECK(decoder.at_end());
  return rules;
}

}  // namespace exr
