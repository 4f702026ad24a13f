#include "app/setting_values.h"

#include <fmt/format.h>

#include <vector>

#include "app/configuration_values.h"
#include "expression/pattern.h"
#include "value/containers.h"

namespace exr {

namespace {

std::string_view type_name(SettingType type) {
  switch (type) {
    case SettingType::Bool:
      return "bool";
    case SettingType::Int:
      return "int";
    case SettingType::Number:
      return "number";
    case SettingType::String:
      return "string";
    case SettingType::Pattern:
      return "pattern";
    case SettingType::Array:
      return "array";
    case SettingType::Object:
      break;
  }
  return "object";
}

bool is_of(SettingType type, const Value& value) {
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
      break;
  }
  return value.is_object();
}

std::string mismatch_with(SettingType type, const Value& value) {
  if (!is_of(type, value)) {
    return fmt::format("is {}, expected `{}`", described(value), type_name(type));
  }
  if (type != SettingType::Pattern) return {};
  const Result<Pattern> pattern = Pattern::compile(value.as_string());
  return pattern.ok() ? std::string() : "is no pattern: " + pattern.failure().message;
}

std::vector<Value> elements(const Value& value) {
  if (value.is_array()) return value.as_array().members;
  std::vector<Value> values;
  for (const Object::Property& property : value.as_object().properties()) {
    values.push_back(property.value);
  }
  return values;
}

}  // namespace

std::string type_text(const Setting& setting) {
  std::string text(type_name(setting.type));
  if (setting.element_type) text += fmt::format(" of {}", type_name(*setting.element_type));
  return text;
}

std::string mismatch(const Setting& setting, const Value& value) {
  if (std::string wrong = mismatch_with(setting.type, value); !wrong.empty()) return wrong;
  if (!setting.element_type) return {};
  for (const Value& element : elements(value)) {
    if (const std::string wrong = mismatch_with(*setting.element_type, element); !wrong.empty()) {
      return "has an element that " + wrong;
    }
  }
  return {};
}

}  // namespace exr
