#include "frontends/terraform/planned_template.h"

#include <algorithm>

#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

const Value* find_property(const Value& value, std::string_view name) {
  return value.is_object() ? value.as_object().find(name) : nullptr;
}

// Bounded by the nesting of the plan, which its reader checks.
bool is_wholly_known(const Value& value) {
  if (value.is_array()) {
    const Array& array = value.as_array();
    return array.is_exact() &&
           std::all_of(array.members.begin(), array.members.end(), is_wholly_known);
  }
  if (value.is_object()) {
    const auto& properties = value.as_object().properties();
    return !value.as_object().is_open() &&
           std::all_of(properties.begin(), properties.end(), [](const Object::Property& property) {
             return is_wholly_known(property.value);
           });
  }
  return !value.is_unknown();
}

}  // namespace

std::optional<PlannedTemplate> planned_template(const Resource& deployment) {
  const Value* properties = find_property(deployment.body, "properties");
  const Value* content = properties == nullptr ? nullptr : find_property(*properties, "template");
  if (content == nullptr || !content->is_object() || !is_wholly_known(*content))
    return std::nullopt;
  PlannedTemplate planned{.address = deployment.address,
                          .text = to_json(*content),
                          .parameters = {},
                          .place = content->origin(),
                          .scope = deployment.scope.is_string() ? deployment.scope.as_string() : "",
                          .name = deployment.name.is_string() ? deployment.name.as_string() : ""};
  // a parameter whose value is not known is one without a value
  const Value* parameters = find_property(*properties, "parameters");
  if (parameters == nullptr || !parameters->is_object()) return planned;
  Object known;
  for (const Object::Property& parameter : parameters->as_object().properties()) {
    if (is_wholly_known(parameter.value)) known.write(parameter.name, parameter.value);
  }
  planned.parameters = to_json(Value::object(std::move(known)));
  return planned;
}

}  // namespace exr
