#include "graph/shown_value.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::uint32_t kDeepestValue = 512;
constexpr std::size_t kMostOfOne = 1'000'000;
constexpr std::size_t kPiece = 64;

std::size_t cost_of(const Value& value) {
  if (value.is_string()) return 1 + value.as_string().size() / kPiece;
  return value.is_unknown() ? 1 + value.as_unknown().text.size() / kPiece : 1;
}

class Mask {
 public:
  explicit Mask(std::size_t room) : room_(room) {}

  // Empty if there is nothing to hide.
  std::optional<Value> masked(const Value& value, std::uint32_t depth) {
    if (is_secure(value.trail()) && !value.is_null()) return Value::string("***");
    const std::size_t cost = cost_of(value);
    if (depth > kDeepestValue || cost > room_) {
      if (cost > room_) room_ = 0;
      return Value::unknown(
          make_unknown(UnknownReason::UnsupportedSyntax, "too large to be shown"));
    }
    room_ -= cost;
    if (value.is_array()) return masked_array(value.as_array(), depth);
    if (value.is_object()) return masked_object(value.as_object(), depth);
    return std::nullopt;
  }

  std::size_t room() const { return room_; }

 private:
  std::optional<Value> masked_array(const Array& array, std::uint32_t depth) {
    std::optional<Array> result;
    for (std::size_t i = 0; i < array.size(); ++i) {
      std::optional<Value> member = masked(array.members[i], depth + 1);
      if (!member) continue;
      if (!result) result = array;
      result->members[i] = *std::move(member);
    }
    if (!result) return std::nullopt;
    return Value::array(*std::move(result));
  }

  std::optional<Value> masked_object(const Object& object, std::uint32_t depth) {
    std::optional<Object> result;
    for (const Object::Property& property : object.properties()) {
      std::optional<Value> value = masked(property.value, depth + 1);
      if (!value) continue;
      if (!result) result = object;
      result->set(property.name, *std::move(value));
    }
    if (!result) return std::nullopt;
    return Value::object(*std::move(result));
  }

  std::size_t room_;
};

}  // namespace

Value shown_value(const Value& value, std::size_t& room) {
  const std::size_t given = std::min(room, kMostOfOne);
  Mask mask(given);
  Value shown = mask.masked(value, 0).value_or(value);
  room -= given - mask.room();
  return shown;
}

}  // namespace exr
