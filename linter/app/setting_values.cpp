#include "app/setting_values.h"

#include <fmt/format.h>

#include <vector>

#include "app/configuration_values.h"
#include "expression/pattern.h"
#include "policy/setting_type.h"
#include "value/containers.h"

namespace exr {

namespace {

std::string mismatch_with(SettingType type, const Value& value) {
  if (!is_of(type, value)) {
    return fmt::format("is {}, expected `{}`", described(value), type_name(type));
  }
  if (type != SettingType::Pattern) return {};
  const Result<Pattern> pattern = Pattern::compile(value.as_string());
  return pattern.ok() ? std::string() : "is no pattern: " + pattern.failure().message;
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
  for (const Value& element : elements_of(value)) {
    if (const std::string wrong = mismatch_with(*setting.element_type, element); !wrong.empty()) {
      return "has an element that " + wrong;
    }
  }
  return {};
}

}  // namespace exr
