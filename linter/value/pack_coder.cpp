#include "value/pack_coder.h"

#include <utility>

#include "value/containers.h"

namespace exr {

void PackEncoder::value(const Value& value) {
  writer_.number(value.kind());
  switch (value.kind()) {
    case ValueKind::Null:
      return;
    case ValueKind::Bool:
      writer_.number(value.as_bool());
      return;
    case ValueKind::Int:
      writer_.number(value.as_int());
      return;
    case ValueKind::Double:
      writer_.number(value.as_number());
      return;
    case ValueKind::String:
      writer_.text(value.as_string());
      return;
    case ValueKind::Array:
      list(value.as_array().members, [&](const Value& member) { this->value(member); });
      return;
    case ValueKind::Object:
      list(value.as_object().properties(), [&](const Object::Property& property) {
        writer_.text(property.name);
        this->value(property.value);
      });
      return;
    case ValueKind::Unknown:
    case ValueKind::Resource:
      EXR_CHECK(false);
  }
}

Value PackDecoder::read_value() {
  switch (reader_.number<ValueKind>()) {
    case ValueKind::Null:
      return Value::null();
    case ValueKind::Bool:
      return Value::boolean(reader_.number<bool>());
    case ValueKind::Int:
      return Value::integer(reader_.number<std::int64_t>());
    case ValueKind::Double:
      return Value::number(reader_.number<double>());
    case ValueKind::String:
      return Value::string(std::string(reader_.text()));
    case ValueKind::Array: {
      Array array;
      for (std::size_t left = reader_.size(); left > 0; --left) array.add(read_value());
      return Value::array(std::move(array));
    }
    case ValueKind::Object: {
      Object object;
      for (std::size_t left = reader_.size(); left > 0; --left) {
        std::string name(reader_.text());
        object.set(std::move(name), read_value());
      }
      return Value::object(std::move(object));
    }
    case ValueKind::Unknown:
    case ValueKind::Resource:
      break;
  }
  EXR_CHECK(false);
  return {};
}

}  // namespace exr
