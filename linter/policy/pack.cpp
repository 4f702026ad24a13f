#include "policy/pack.h"

#include <memory>
#include <utility>
#include <vector>

#include "support/pack_bytes.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Each part of a rule set is written and read by one function, which names its fields once: both
// sides go through the same list, so that they cannot differ.

class Encoder {
 public:
  static constexpr bool kReads = false;

  template <typename Number>
  void number(const Number& value) {
    writer_.number(value);
  }
  void text(const std::string& value) { writer_.text(value); }
  template <typename List, typename Part>
  void list(const List& values, Part part) {
    writer_.size(values.size());
    for (const auto& value : values) part(value);
  }
  void value(const Value& value);
  void rows(const TableRows& rows) {
    Encoder encoder;
    encoder.value(rows.value());
    writer_.text(encoder.take());
  }
  std::string take() { return writer_.take(); }

 private:
  ByteWriter writer_;
};

class Decoder {
 public:
  static constexpr bool kReads = true;

  explicit Decoder(std::string_view bytes) : reader_(bytes) {}

  template <typename Number>
  void number(Number& value) {
    value = reader_.number<Number>();
  }
  void text(std::string& value) { value = reader_.text(); }
  void text(SharedText& value) { value = std::string(reader_.text()); }
  template <typename List, typename Part>
  void list(List& values, Part part) {
    values.resize(reader_.size());
    for (auto& value : values) part(value);
  }
  void value(Value& value) { value = read_value(); }
  void rows(TableRows& rows) { rows = TableRows::encoded(reader_.text()); }
  bool at_end() const { return reader_.at_end(); }

 private:
  Value read_value();

  ByteReader reader_;
};

// Values of tables and settings are what YAML can say: nothing in them is Unknown.
void Encoder::value(const Value& value) {
  writer_.number(value.kind());
  switch (value.kind()) {
    case ValueKind::Null:
      return;
    case ValueKind::Bool:
      writer_.number(value.as_bool());
      return;
    case ValueKind::Int:
      writer_.number(value.as_int());
      return;
    case ValueKind::Double:
      writer_.number(value.as_number());
      return;
    case ValueKind::String:
      writer_.text(value.as_string());
      return;
    case ValueKind::Array:
      list(value.as_array().members, [&](const Value& member) { this->value(member); });
      return;
    case ValueKind::Object:
      list(value.as_object().properties(), [&](const Object::Property& property) {
        writer_.text(property.name);
        this->value(property.value);
      });
      return;
    case ValueKind::Unknown:
    case ValueKind::Resource:
      EXR_CHECK(false);
  }
}

Value Decoder::read_value() {
  switch (reader_.number<ValueKind>()) {
    case ValueKind::Null:
      return Value::null();
    case ValueKind::Bool:
      return Value::boolean(reader_.number<bool>());
    case ValueKind::Int:
      return Value::integer(reader_.number<std::int64_t>());
    case ValueKind::Double:
      return Value::number(reader_.number<double>());
    case ValueKind::String:
      return Value::string(std::string(reader_.text()));
    case ValueKind::Array: {
      Array array;
      for (std::size_t left = reader_.size(); left > 0; --left) array.add(read_value());
      return Value::array(std::move(array));
    }
    case ValueKind::Object: {
      Object object;
      for (std::size_t left = reader_.size(); left > 0; --left) {
        std::string name(reader_.text());
        object.set(std::move(name), read_value());
      }
      return Value::object(std::move(object));
    }
    case ValueKind::Unknown:
    case ValueKind::Resource:
      break;
  }
  EXR_CHECK(false);
  return {};
}

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
  coder.rows(table.rows);
}

// Rules and vocabularies are shared and constant in a rule set, so the decoder makes them apart.
template <typename T, typename Part>
std::vector<std::shared_ptr<const T>> decoded_list(Decoder& decoder, Part part) {
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
  if (!encoded_.empty()) Decoder(std::exchange(encoded_, {})).value(rows_);
  return rows_;
}

std::string encode_pack(const RuleSet& rules) {
  Encoder encoder;
  encoder.list(rules.tables, [&](const ReferenceTable& table) { code_table(encoder, table); });
  encoder.list(rules.vocabularies,
               [&](const auto& vocabulary) { code_vocabulary(encoder, *vocabulary); });
  encoder.list(rules.rules, [&](const auto& rule) { code_rule(encoder, *rule); });
  return encoder.take();
}

RuleSet decode_pack(std::string_view bytes) {
  Decoder decoder(bytes);
  RuleSet rules;
  decoder.list(rules.tables, [&](ReferenceTable& table) { code_table(decoder, table); });
  rules.vocabularies = decoded_list<Vocabulary>(
      decoder, [&](Vocabulary& vocabulary) { code_vocabulary(decoder, vocabulary); });
  rules.rules = decoded_list<Rule>(decoder, [&](Rule& rule) { code_rule(decoder, rule); });
  EXR_CHECK(decoder.at_end());
  return rules;
}

}  // namespace exr
