#include "template/readable_body.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "expression/history.h"
#include "support/text.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Values are limited in depth where they are made.
constexpr std::uint32_t kDeepest = 256;

std::string read_text(const ReadProperty& read) {
  // as ARM JSON writes it: `reference(id)` gives the properties, the rest needs the full form
  const std::string id = canonical_text(read.id);
  if (equal_ignoring_case(read.name, "properties")) return "reference(" + id + ")";
  return "reference(" + id + ",'full')." + std::string(read.name);
}

bool is_completed(std::string_view name) {
  constexpr std::array<std::string_view, 3> kCompleted = {"properties", "identity", "sku"};
  for (const std::string_view completed : kCompleted) {
    if (equal_ignoring_case(completed, name)) return true;
  }
  return false;
}

// A place in what is read: its canonical text and its history.
struct ReadPlace {
  std::string text;
  TrailPointer trail;

  ReadPlace element(std::size_t index) const {
    const std::string part = "[" + std::to_string(index) + "]";
    return {text + part, read_further(trail, part)};
  }
  ReadPlace property(const std::string& name) const {
    return {text + "." + name, read_further(trail, name)};
  }
};

Value opened(const Value& value, const ReadPlace& place, std::uint32_t depth) {
  if (depth > kDeepest) return value;
  if (value.is_array()) {
    Array array = value.as_array();
    for (std::size_t i = 0; i < array.size(); ++i)
      array.members[i] = opened(array.members[i], place.element(i), depth + 1);
    return Value::array(std::move(array), value.origin()).with_trail(value.trail());
  }
  if (!value.is_object()) return value;
  Object object;
  for (const Object::Property& property : value.as_object().properties()) {
    // null is sent as nothing
    if (property.value.is_null()) continue;
    object.set(property.name, opened(property.value, place.property(property.name), depth + 1),
               property.name_span);
  }
  object.set_open(place.text);
  object.set_missing(place.text, place.trail);
  return Value::object(std::move(object), value.origin()).with_trail(value.trail());
}

TrailPointer read_trail(const ReadProperty& read) {
  Trail trail;
  trail.kind = Trail::Kind::Property;
  trail.span = read.place;
  trail.name = read.symbol;
  trail.resource = plain_text(read.id);
  trail.path = read.name;
  return TrailPointer::make(std::move(trail));
}

}  // namespace

Value not_written(const ReadProperty& read) {
  const UnknownReason reason =
      read.existing ? UnknownReason::External : UnknownReason::RuntimeFunction;
  return Value::unknown(make_unknown(reason, read_text(read))).with_trail(read_trail(read));
}

Value as_read(const Value& written, const ReadProperty& read) {
  if (written.is_null()) return not_written(read);
  if (!is_completed(read.name)) return written;
  return opened(written, {read_text(read), read_trail(read)}, 0);
}

}  // namespace exr
