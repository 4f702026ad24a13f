#include "policy/pack_archive.h"

#include <array>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

static_assert(std::is_trivially_copyable_v<Node>);

// The bytes of a node, those between its fields zero.
std::array<char, sizeof(Node)> bytes_of(const Node& node) {
  std::array<char, sizeof(Node)> bytes{};
  const auto put = [&](std::size_t offset, const auto& field) {
    std::memcpy(bytes.data() + offset, &field, sizeof field);
  };
  put(offsetof(Node, kind), node.kind);
  put(offsetof(Node, operation), node.operation);
  put(offsetof(Node, flags), node.flags);
  put(offsetof(Node, function), node.function);
  put(offsetof(Node, first_child), node.first_child);
  put(offsetof(Node, child_count), node.child_count);
  put(offsetof(Node, payload), node.payload);
  put(offsetof(Node, second), node.second);
  put(offsetof(Node, begin), node.begin);
  put(offsetof(Node, end), node.end);
  return bytes;
}

}  // namespace

void PackWriter::one(const std::vector<Node>& nodes) {
  one(static_cast<std::uint32_t>(nodes.size()));
  for (const Node& node : nodes) raw(bytes_of(node).data(), sizeof node);
}

void PackReader::one(std::vector<Node>& nodes) {
  const std::size_t count = size();
  EXR_CHECK(count <= rest_.size() / sizeof(Node));
  nodes.resize(count);
  raw(nodes.data(), count * sizeof(Node));
}

// What rule files hold: neither Unknown nor resources. Places are left out, for a pack has no file.
void PackWriter::one(const Value& value) {
  one(value.kind());
  switch (value.kind()) {
    case ValueKind::Null:
      return;
    case ValueKind::Bool:
      return one(value.as_bool());
    case ValueKind::Int:
      return one(value.as_int());
    case ValueKind::Double:
      return one(value.as_number());
    case ValueKind::String:
      return one(value.as_string());
    case ValueKind::Array:
      EXR_CHECK(value.as_array().is_exact());
      return one(value.as_array().members);
    case ValueKind::Object:
      one(static_cast<std::uint32_t>(value.as_object().size()));
      for (const Object::Property& property : value.as_object().properties())
        all(property.name, property.value);
      return;
    case ValueKind::Unknown:
    case ValueKind::Resource:
      break;
  }
  constexpr bool kIsStoredKind = false;
  EXR_CHECK(kIsStoredKind);
}

void PackReader::one(Value& value) {
  const auto read = [this](auto content) {
    one(content);
    return content;
  };
  switch (read(ValueKind::Null)) {
    case ValueKind::Null:
      value = Value();
      return;
    case ValueKind::Bool:
      value = Value::boolean(read(false));
      return;
    case ValueKind::Int:
      value = Value::integer(read(std::int64_t{0}));
      return;
    case ValueKind::Double:
      value = Value::number(read(0.0));
      return;
    case ValueKind::String:
      value = Value::string(read(std::string()));
      return;
    case ValueKind::Array: {
      Array array;
      one(array.members);
      value = Value::array(std::move(array));
      return;
    }
    case ValueKind::Object: {
      Object object;
      for (std::uint32_t left = size(); left > 0; --left) {
        auto name = read(std::string());
        object.set(std::move(name), read(Value()));
      }
      value = Value::object(std::move(object));
      return;
    }
    case ValueKind::Unknown:
    case ValueKind::Resource:
      break;
  }
  constexpr bool kIsStoredKind = false;
  EXR_CHECK(kIsStoredKind);
}

}  // namespace exr
