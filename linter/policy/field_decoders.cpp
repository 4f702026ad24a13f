#include "policy/field_decoders.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "expression/pattern.h"
#include "policy/setting_type.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::size_t kMostParameters = 32;

std::optional<SettingType> decode_type(RuleFile& file, const Object& object, std::string_view key,
                                       Span owner, Need need) {
  const Value* value = file.find(object, key, owner, need);
  if (value == nullptr) return std::nullopt;
  const auto index = decode_word(file, *value, key, kSettingTypes);
  return index ? std::optional(static_cast<SettingType>(*index)) : std::nullopt;
}

// `what` is what the value is called in a message.
void check_type(RuleFile& file, const Value& value, SettingType type, std::string_view what) {
  if (!is_of(type, value)) {
    file.report(value.origin(), std::string(what) + " is no `" + std::string(type_name(type)) +
                                    "`, as the type says");
    return;
  }
  if (type != SettingType::Pattern) return;
  const Result<Pattern> pattern = Pattern::compile(value.as_string());
  if (!pattern.ok()) file.report(value.origin(), pattern.failure().message);
}

void check_default(RuleFile& file, const Setting& setting) {
  const Value& value = setting.default_value;
  check_type(file, value, setting.type, "the default");
  if (!setting.element_type || !(value.is_array() || value.is_object())) return;
  for (const Value& element : elements_of(value))
    check_type(file, element, *setting.element_type, "an element of the default");
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
    std::vector<std::string>& parameters = definition.parameters;
    if (std::find(parameters.begin(), parameters.end(), parameter) != parameters.end()) {
      file.report(span, "the parameter `" + std::string(parameter) + "` is there twice");
      return std::nullopt;
    }
    if (parameters.size() == kMostParameters) {
      file.report(
          span, "a function takes no more than " + std::to_string(kMostParameters) + " parameters");
      return std::nullopt;
    }
    parameters.emplace_back(parameter);
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
    check_default(file, setting);
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
  std::set<std::pair<std::string, bool>> seen;
  for (const Object::Property& property : object->properties()) {
    auto definition = decode_signature(file, property.name, property.name_span);
    if (!definition) continue;
    const bool is_repeated = !seen.emplace(definition->name, definition->is_function).second;
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
