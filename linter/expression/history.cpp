#include "expression/history.h"

#include <array>
#include <utility>

#include "value/containers.h"
#include "value/joined_trail.h"
#include "value/trail.h"

namespace exr {

namespace {

// A literal's place is that of the whole, and each part has its own.
bool says_nothing_of_parts(const TrailPointer& trail) {
  return trail == nullptr || (trail->kind == Trail::Kind::Literal && !trail->secure);
}

bool is_same_parameter(const Trail& a, const Trail& b) {
  return b.kind == Trail::Kind::Parameter && a.name == b.name && a.span == b.span;
}

// So many parameters are kept one behind the other: a value may be handed on in a loop.
constexpr std::size_t kMostParameters = 128;

std::size_t length_of(const Trail* trail) {
  std::size_t length = 0;
  for (; trail != nullptr && length < kMostParameters; ++length)
    trail = trail->from.empty() ? nullptr : trail->from.front().get();
  return length;
}

}  // namespace

Value with_history_of(const Value& whole, const Value& part) {
  const TrailPointer& outer = whole.trail();
  const TrailPointer& inner = part.trail();
  if (says_nothing_of_parts(outer) || outer == inner) return part;
  if (inner == nullptr) return part.with_trail(outer);
  const bool is_step = outer->kind == Trail::Kind::Parameter && outer->from.empty();
  if (is_step && !is_same_parameter(*outer, *inner) && length_of(inner.get()) < kMostParameters) {
    Trail step = *outer;
    step.secure = outer->secure || inner->secure;
    step.from = {inner};
    return part.with_trail(TrailPointer::make(std::move(step)));
  }
  if (!outer->secure || inner->secure) return part;
  const std::array<Value, 2> both = {part, whole};
  return part.with_trail(joined_trail(both.data(), both.data() + both.size()));
}

Value with_history_in_parts(const Value& whole) {
  if (says_nothing_of_parts(whole.trail())) return whole;
  if (whole.is_array()) {
    Array array = whole.as_array();
    for (Value& member : array.members) member = with_history_of(whole, member);
    return Value::array(std::move(array), whole.origin()).with_trail(whole.trail());
  }
  if (!whole.is_object()) return whole;
  Object object = whole.as_object();
  for (const Object::Property& property : whole.as_object().properties())
    object.set(property.name, with_history_of(whole, property.value), property.name_span);
  return Value::object(std::move(object), whole.origin()).with_trail(whole.trail());
}

TrailPointer read_further(const TrailPointer& trail, std::string_view part) {
  if (trail == nullptr || trail->kind != Trail::Kind::Property) return trail;
  Trail further = *trail;
  if (!further.path.empty() && !part.starts_with('[')) further.path += '.';
  further.path += part;
  return TrailPointer::make(std::move(further));
}

}  // namespace exr
