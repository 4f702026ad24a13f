#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "policy/rule.h"
#include "value/value.h"

namespace exr {

/// The words for the types of settings, in the order of SettingType.
inline constexpr std::array<std::string_view, 7> kSettingTypes = {
    "bool", "int", "number", "string", "pattern", "array", "object"};

constexpr std::string_view type_name(SettingType type) {
  return kSettingTypes[static_cast<std::size_t>(type)];
}

/// Whether a value is of a type; of a pattern only that it is a text.
bool is_of(SettingType type, const Value& value);
/// What an array or object holds, for the type that `of:` says.
std::vector<Value> elements_of(const Value& container);

}  // namespace exr
