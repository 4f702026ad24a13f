#include "unit/mapping/mapping_text.h"

#include <array>
#include <utility>

#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

constexpr std::size_t kLineLength = 96;

// On one line if it fits, else with a line for each part.
void append(const Value& value, std::size_t indent, std::string& text) {
  const std::string line = to_json(value);
  const bool is_list = value.is_array() && value.as_array().is_exact();
  const bool has_parts = is_list || (value.is_object() && !value.as_object().is_open());
  if (!has_parts || line.size() + indent < kLineLength) {
    text += line;
    return;
  }
  const std::string inner(indent + 2, ' ');
  std::string_view separator = is_list ? "[\n" : "{\n";
  const auto next = [&] { text += std::string(std::exchange(separator, ",\n")) + inner; };
  if (is_list) {
    for (const Value& member : value.as_array().members) {
      next();
      append(member, indent + 2, text);
    }
  } else {
    for (const Object::Property& property : value.as_object().properties()) {
      next();
      text += json_string(property.name.str()) + ": ";
      append(property.value, indent + 2, text);
    }
  }
  text += "\n" + std::string(indent, ' ') + (is_list ? "]" : "}");
}

Value place_of(const MappedPlace& place) {
  static constexpr std::array<const char*, 6> kKinds = {
      "resourceGroup", "parent", "scope", "subscription", "managementGroup", "tenant"};
  Object object;
  object.set(kKinds.at(static_cast<std::size_t>(place.kind)), place.at);
  if (!place.parents.empty()) {
    Array parents;
    for (const Value& parent : place.parents) parents.add(parent);
    object.set("parents", Value::array(std::move(parents)));
  }
  return Value::object(std::move(object));
}

}  // namespace

std::string text_of(const MappingResult& result) {
  Array parts;
  for (const MappedResource& resource : result.resources) {
    Object object;
    object.set("type", Value::string(resource.type + "@" + resource.api_version));
    object.set("name", resource.name);
    object.set("in", place_of(resource.place));
    object.set("body", resource.body);
    parts.add(Value::object(std::move(object)));
  }
  for (const MappedPatch& patch : result.patches) {
    Object object;
    object.set(patch.appends ? "appendsTo" : "patches", patch.target);
    object.set("type", Value::string(patch.target_type));
    object.set("body", patch.body);
    parts.add(Value::object(std::move(object)));
  }
  std::string text;
  append(Value::array(std::move(parts)), 0, text);
  return text + "\n";
}

}  // namespace exr
