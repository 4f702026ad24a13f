#include "graph/shown_value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Parts of values are shared, so what is small in memory may be endless on paper.
constexpr std::size_t kMostValues = 1'000'000;
constexpr std::uint32_t kDeepestValue = 512;

class Mask {
 public:
  // Empty if there is nothing to hide.
  std::optional<Value> masked(const Value& value, std::uint32_t depth) {
    if (is_secure(value.trail()) && !value.is_null()) return Value::string("***");
    if (!value.is_array() && !value.is_object()) return std::nullopt;
    if (depth > kDeepestValue || ++shown_ > kMostValues)
      return Value::unknown(
          make_unknown(UnknownReason::UnsupportedSyntax, "too large to be shown"));
    return value.is_array() ? masked_array(value.as_array(), depth)
                            : masked_object(value.as_object(), depth);
  }

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

  std::size_t shown_ = 0;
};

}  // namespace

Value shown_value(const Value& value) { return Mask().masked(value, 0).value_or(value); }

}  // namespace exr
