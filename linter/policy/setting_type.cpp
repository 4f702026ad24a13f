#include "policy/setting_type.h"

#include "value/containers.h"

namespace exr {

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

std::vector<Value> elements_of(const Value& container) {
  if (container.is_array()) return container.as_array().members;
  std::vector<Value> elements;
  for (const Object::Property& property : container.as_object().properties())
    elements.push_back(property.value);
  return elements;
}

}  // namespace exr
