#include "policy/field_decoders.h"

#include <algorithm>
#include <array>
#include <utility>

#include "expression/pattern.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::array<std::string_view, 7> kSettingTypes = {"bool",    "int",   "number", "string",
                                                           "pattern", "array", "object"};

bool fits(const Value& value, SettingType type) {
  switch (type) {
    case SettingType::Bool:
      return value.is_bool();
    case SettingType::Int:
      return value.is_int();
    case SettingType::Number:
      return value.is_number();
    case SettingType::String:
    case SettingType::Pattern:
      return value.is_string();
    case SettingType::Array:
      return value.is_array();
    case SettingType::Object:
      return value.is_object();
  }
  return false;
}

bool elements_fit(const Value& value, SettingType type) {
  const auto each_fits = [&](const Value& element) { return fits(element, type); };
  if (value.is_array()) {
    const std::vector<Value>& members = value.as_array().members;
    return std::all_of(members.begin(), members.end(), each_fits);
  }
  const auto& properties = value.as_object().properties();
  return std::all_of(properties.begin(), properties.end(),
                     [&](const Object::Property& property) { return each_fits(property.value); });
}

std::optional<SettingType> decode_type(RuleFile& file, const Object& object, std::string_view key,
                                       Span owner, Need need) {
  const Value* value = file.find(object, key, owner, need);
  if (value == nullptr) return std::nullopt;
  const auto index = decode_word(file, *value, key, kSettingTypes);
  return index ? std::optional(static_cast<SettingType>(*index)) : std::nullopt;
}

void check_default(RuleFile& file, const Setting& setting, const Value& value) {
  if (!fits(value, setting.type)) {
    file.report(value.origin(),
                "the default is no " +
                    std::string(kSettingTypes[static_cast<std::size_t>(setting.type)]) +
                    ", as the type says");
    return;
  }
  if (setting.element_type && !elements_fit(value, *setting.element_type)) {
    file.report(value.origin(), "an element of the default is not of the type that `of` says");
  }
  if (setting.type != SettingType::Pattern) return;
  const Result<Pattern> pattern = Pattern::compile(value.as_string());
  if (!pattern.ok()) file.report(value.origin(), pattern.failure().message);
}

// `name` or `name(a, b)`.
std::optional<Definition> decode_signature(RuleFile& file, std::string_view text, Span span) {
  Definition definition;
  const std::size_t open = text.find('(');
  definition.name = text.substr(0, open);
  while (!definition.name.empty() && definition.name.back() == ' ') definition.name.pop_back();
  if (!check_name(file, definition.name, span)) return std::nullopt;
  if (open == std::string_view::npos) return definition;
  if (!text.ends_with(')')) {
    file.report(span, "a function is written `name(parameter, ...)`");
    return std::nullopt;
  }
  definition.is_function = true;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (inside.find_first_not_of(' ') == std::string_view::npos) return definition;
  for (std::string_view parameter : split(inside, ',')) {
    while (parameter.starts_with(' ')) parameter.remove_prefix(1);
    while (parameter.ends_with(' ')) parameter.remove_suffix(1);
    if (!check_name(file, parameter, span)) return std::nullopt;
    definition.parameters.emplace_back(parameter);
  }
  return definition;
}

}  // namespace

std::optional<std::size_t> decode_word(RuleFile& file, const Value& value, std::string_view key,
                                       std::span<const std::string_view> words) {
  const std::string word = file.scalar_text(value, "`" + std::string(key) + "`");
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (!word.empty()) file.report_unknown(value.origin(), key, word, words);
  return std::nullopt;
}

std::optional<Severity> decode_severity(RuleFile& file, const Value& value) {
  static constexpr std::array<std::string_view, 3> kWords = {"note", "warning", "error"};
  const auto index = decode_word(file, value, "severity", kWords);
  return index ? std::optional(static_cast<Severity>(*index)) : std::nullopt;
}

std::vector<Setting> decode_settings(RuleFile& file, const Value& value) {
  static constexpr std::array<std::string_view, 4> kKeys = {"type", "of", "default", "description"};
  std::vector<Setting> settings;
  const Object* all = file.object(value, "`settings`");
  if (all == nullptr) return settings;
  for (const Object::Property& property : all->properties()) {
    const Object* object = file.object(property.value, "a setting");
    if (object == nullptr || !check_name(file, property.name, property.name_span)) continue;
    file.check_keys(*object, kKeys);
    const auto type = decode_type(file, *object, "type", property.name_span, Need::Required);
    const Value* otherwise = file.find(*object, "default", property.name_span, Need::Required);
    if (!type || otherwise == nullptr) continue;
    Setting setting;
    setting.name = property.name;
    setting.type = *type;
    setting.element_type = decode_type(file, *object, "of", property.name_span, Need::Optional);
    const bool has_elements = *type == SettingType::Array || *type == SettingType::Object;
    if (setting.element_type && !has_elements)
      file.report(property.name_span, "`of` is for the types `array` and `object`");
    setting.default_value = *otherwise;
    setting.description = file.text(*object, "description", property.name_span);
    check_default(file, setting, *otherwise);
    settings.push_back(std::move(setting));
  }
  return settings;
}

std::vector<Definition> decode_definitions(RuleFile& file, const Value& value, ExpressionTree& tree,
                                           const ExpressionField& place,
                                           std::vector<ExpressionField>& fields) {
  std::vector<Definition> definitions;
  const Object* object = file.object(value, "`let`");
  if (object == nullptr) return definitions;
  for (const Object::Property& property : object->properties()) {
    auto definition = decode_signature(file, property.name, property.name_span);
    if (!definition) continue;
    const bool is_repeated =
        std::any_of(definitions.begin(), definitions.end(), [&](const Definition& other) {
          return other.name == definition->name && other.is_function == definition->is_function;
        });
    if (is_repeated) {
      file.report(property.name_span, "`" + definition->name + "` is defined twice");
      continue;
    }
    definition->body = file.expression(property.value, tree);
    if (definition->body == NodeId::kNone) continue;
    ExpressionField field = place;
    field.root = definition->body;
    field.scalar = file.as_written(property.value, "an expression");
    field.names.insert(field.names.end(), definition->parameters.begin(),
                       definition->parameters.end());
    fields.push_back(std::move(field));
    definitions.push_back(*std::move(definition));
  }
  return definitions;
}

std::vector<Target> decode_targets(RuleFile& file, const Value& value) {
  static constexpr std::array<std::string_view, 4> kWords = {"any", "graph", "output", "parameter"};
  std::vector<Target> targets;
  const Array* array = file.array(value, "`for`");
  if (array == nullptr) return targets;
  if (array->members.empty()) file.report(value.origin(), "`for` names nothing");
  for (const Value& member : array->members) {
    const std::string text = file.scalar_text(member, "a target");
    const auto word = std::find(kWords.begin(), kWords.end(), text);
    if (word != kWords.end()) {
      const auto kind = static_cast<std::size_t>(word - kWords.begin()) + 1;
      targets.push_back({.kind = static_cast<Target::Kind>(kind), .type = {}});
    } else if (text.find('/') != std::string::npos) {
      targets.push_back({.kind = Target::Kind::Type, .type = text});
    } else if (!text.empty()) {
      file.report_unknown(member.origin(), "resource type (`Provider.Name/type`) or target", text,
                          kWords);
    }
  }
  return targets;
}

}  // namespace exr
