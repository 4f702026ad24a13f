#include "formats/json_values.h"

#include <utility>

#include "formats/json_members.h"
#include "value/containers.h"

namespace exr {

Value JsonValues::read(JsonCursor& cursor) {
  switch (cursor.kind()) {
    case JsonKind::Array:
      return read_array(cursor);
    case JsonKind::Object:
      return read_object(cursor);
    default:
      return read_scalar(cursor);
  }
}

Value JsonValues::read_scalar(JsonCursor& cursor) {
  const Span place = cursor.place();
  switch (cursor.kind()) {
    case JsonKind::String: {
      std::string text(cursor.string());
      return Value::string(std::move(text), cursor.since(place));
    }
    case JsonKind::Boolean: {
      const bool value = cursor.boolean();
      return Value::boolean(value, cursor.since(place));
    }
    case JsonKind::Number: {
      const JsonNumber number = cursor.number();
      if (number.whole) return Value::integer(*number.whole, cursor.since(place));
      return Value::number(number.value, cursor.since(place));
    }
    default:
      cursor.skip();
      return Value::null(cursor.since(place));
  }
}

Value JsonValues::read_array(JsonCursor& cursor) {
  Array array;
  const Span place = cursor.place();
  cursor.enter();
  while (cursor.next_element()) array.members.push_back(read(cursor));
  return Value::array(std::move(array), cursor.since(place));
}

Value JsonValues::read_object(JsonCursor& cursor) {
  JsonMembers members;
  const Span place = cursor.place();
  cursor.enter();
  while (cursor.next_member()) {
    SharedText name = names_.shared(cursor.name());
    const Span name_span = cursor.name_span();
    members.add(std::move(name), read(cursor), name_span);
  }
  return Value::object(std::move(members).object(), cursor.since(place));
}

}  // namespace exr
