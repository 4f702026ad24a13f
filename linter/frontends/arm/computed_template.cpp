#include "frontends/arm/computed_template.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "frontends/arm/expression_parser.h"
#include "support/text.h"

namespace exr {

namespace {

// The name in `[variables('name')]`; empty if the text is anything else.
std::string_view variable_in(std::string_view text) {
  constexpr std::string_view kBegin = "[variables('";
  constexpr std::string_view kEnd = "')]";
  if (!starts_with_ignoring_case(text, kBegin) || !text.ends_with(kEnd)) return {};
  const std::string_view name =
      text.substr(kBegin.size(), text.size() - kBegin.size() - kEnd.size());
  return name.find('\'') == std::string_view::npos ? name : std::string_view();
}

bool is_escaped(std::string_view text) { return text.starts_with("[["); }

// The readers' limit on nesting bounds the depth.
bool holds_expression(const Value& value) {
  if (value.is_string()) return is_arm_expression(value.as_string());
  if (value.is_array())
    return std::any_of(value.as_array().members.begin(), value.as_array().members.end(),
                       holds_expression);
  if (!value.is_object()) return false;
  const auto& properties = value.as_object().properties();
  return std::any_of(properties.begin(), properties.end(), [](const Object::Property& property) {
    return is_arm_expression(property.name) || holds_expression(property.value);
  });
}

}  // namespace

const Object::Property* find_template_variable(const Value& written, const Object* variables) {
  if (!written.is_string() || variables == nullptr) return nullptr;
  const std::string_view name = variable_in(written.as_string());
  if (name.empty()) return nullptr;
  for (const Object::Property& variable : variables->properties()) {
    if (!equal_ignoring_case(variable.name, name)) continue;
    const bool is_template = variable.value.is_object() && !holds_expression(variable.value);
    return is_template ? &variable : nullptr;
  }
  return nullptr;
}

// The place of a string moves with its first bracket, so that the rest stands where it stood.
Value without_escapes(const Value& value) {
  if (value.is_string()) {
    if (!is_escaped(value.as_string())) return value;
    Span place = value.origin();
    ++place.begin;
    return Value::string(value.as_string().substr(1), place);
  }
  if (value.is_array()) {
    Array array;
    for (const Value& member : value.as_array().members) array.add(without_escapes(member));
    return Value::array(std::move(array), value.origin());
  }
  if (!value.is_object()) return value;
  Object object;
  for (const Object::Property& property : value.as_object().properties()) {
    const std::size_t escape = is_escaped(property.name) ? 1 : 0;
    object.set(property.name.str().substr(escape), without_escapes(property.value),
               property.name_span);
  }
  return Value::object(std::move(object), value.origin());
}

}  // namespace exr
