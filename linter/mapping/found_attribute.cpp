#include "mapping/found_attribute.h"

#include <string>
#include <string_view>
#include <utility>

#include "mapping/mapping_verbs.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// What is below an Unknown is another one.
Value unknown_below(const Value& value, std::string_view name) {
  const Unknown& unknown = value.as_unknown();
  return made_of(
      Value::unknown(make_unknown(unknown.reason, unknown.text + "." + std::string(name))), value);
}

// A secret, also where the plan does not mark it: those of early versions of Terraform do not.
Value as_secret(const Value& value) {
  if (is_secure(value.trail())) return value;
  Trail trail;
  trail.kind = value.is_unknown() ? Trail::Kind::Derived : Trail::Kind::Literal;
  trail.secure = true;
  trail.span = value.origin();
  return value.with_trail(TrailPointer::make(std::move(trail)));
}

// The text that stands for a list with members that are not known.
Value unknown_list(const Value& list) {
  return made_of(
      Value::unknown(make_unknown(UnknownReason::KnownAfterApply, list.as_array().open_text)),
      list);
}

// Goes from a value to one of its attributes; into a block that is a list of at most one through
// its element. Null pointer if there is none. `made` is where an Unknown is made if need be.
const Value* step_into(const Value& value, const std::string& name, Value& made) {
  if (value.is_object()) return value.as_object().find(name);
  if (value.is_array()) {
    const Array& blocks = value.as_array();
    if (!blocks.open)
      return blocks.size() == 1 ? step_into(blocks.members.front(), name, made) : nullptr;
    made = unknown_below(unknown_list(value), name);
    return &made;
  }
  if (!value.is_unknown()) return nullptr;
  made = unknown_below(value, name);
  return &made;
}

}  // namespace

FoundAttribute find_attribute(const AttributePath& path, const MappingElement& start,
                              std::uint8_t major_bit) {
  FoundAttribute found = {.value = {}, .written = start.written};
  const Value* value = &start.value;
  Value made;
  for (const AttributePath::Step& step : path.steps) {
    value = step_into(*value, step.name, made);
    found.written = found.written.of(step.name.str());
    if (value == nullptr || value->is_null()) return found;
    // a block that the user made with `dynamic` leaves nothing in the configuration either, but
    // what the provider never fills in can only be the user's
    const bool is_filled_in = (step.computed_majors & major_bit) != 0;
    if (value->is_unknown() && is_filled_in && !found.written.is_written()) return found;
  }
  if (!is_unset(*value)) found.value = path.is_sensitive ? as_secret(*value) : *value;
  return found;
}

Value planned_attribute(const AttributePath& path, const Value& resource) {
  const Value* planned = &resource;
  Value made;
  for (const AttributePath::Step& step : path.steps) {
    planned = step_into(*planned, step.name, made);
    if (planned == nullptr) return Value::null();
  }
  return *planned;
}

}  // namespace exr
