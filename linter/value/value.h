#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "source/span.h"
#include "value/trail.h"
#include "value/truth.h"

namespace exr {

class Object;
struct Array;
struct Unknown;

/// Names a resource to whoever evaluates: an index into the deployment's or the run's resources.
enum class ResourceHandle : std::uint32_t {};

enum class ValueKind : std::uint8_t {
  Null,
  Bool,
  Int,
  Double,
  String,
  Array,
  Object,
  Unknown,
  Resource
};

/// A value of templates and rules, with the place where it was written and the history behind it.
/// Immutable; copying is cheap (text and containers are shared).
class Value {
 public:
  /// Null, "not written".
  Value() = default;
  static Value null(Span origin = {}) { return Value(std::monostate{}, origin); }
  static Value boolean(bool value, Span origin = {}) { return Value(value, origin); }
  static Value integer(std::int64_t value, Span origin = {}) { return Value(value, origin); }
  static Value number(double value, Span origin = {}) { return Value(value, origin); }
  static Value string(std::string text, Span origin = {});
  static Value array(Array array, Span origin = {});
  static Value object(Object object, Span origin = {});
  static Value unknown(Unknown unknown, Span origin = {});
  static Value resource(ResourceHandle handle, Span origin = {}) { return Value(handle, origin); }
  /// True and False as booleans, Unknown as an Unknown with the given text.
  static Value truth(Truth truth, std::string_view unknown_text, Span origin = {});

  ValueKind kind() const { return static_cast<ValueKind>(data_.index()); }
  bool is_null() const { return kind() == ValueKind::Null; }
  bool is_bool() const { return kind() == ValueKind::Bool; }
  bool is_int() const { return kind() == ValueKind::Int; }
  bool is_number() const { return is_int() || kind() == ValueKind::Double; }
  bool is_string() const { return kind() == ValueKind::String; }
  bool is_array() const { return kind() == ValueKind::Array; }
  bool is_object() const { return kind() == ValueKind::Object; }
  bool is_unknown() const { return kind() == ValueKind::Unknown; }
  bool is_resource() const { return kind() == ValueKind::Resource; }

  /// The content; only for a value of that kind.
  bool as_bool() const { return std::get<bool>(data_); }
  std::int64_t as_int() const { return std::get<std::int64_t>(data_); }
  /// Of an int or a double.
  double as_number() const;
  const std::string& as_string() const {
    return *std::get<std::shared_ptr<const std::string>>(data_);
  }
  const Array& as_array() const { return *std::get<std::shared_ptr<const Array>>(data_); }
  const Object& as_object() const { return *std::get<std::shared_ptr<const Object>>(data_); }
  const Unknown& as_unknown() const { return *std::get<std::shared_ptr<const Unknown>>(data_); }
  ResourceHandle as_resource() const { return std::get<ResourceHandle>(data_); }

  /// Where it was written; invalid for a value that nobody wrote (the result of a function over
  /// nothing written).
  const Span& origin() const { return origin_; }
  const TrailPointer& trail() const { return trail_; }
  /// The same content at another place. What it was before is kept in the trail: a literal's own
  /// place becomes its first step.
  Value moved_to(Span place) const;
  /// The same content and place with another history.
  Value with_trail(TrailPointer trail) const;
  /// The same content and history at another place, without a trace of the old place.
  Value placed(Span place) const;

  /// How many arrays and objects stand in one another in it; 0 for a scalar. Whoever builds values
  /// in a loop keeps it within the limit of nesting, since algorithms over values are recursive.
  std::uint32_t levels() const { return levels_; }

  /// About how many bytes it has as text, and so how much work an algorithm over all of it does.
  /// Parts that several places share count in each of them. No more than kHeaviest.
  std::uint32_t weight() const;
  static constexpr std::uint32_t kHeaviest = 0xffffffff;

  /// Whether both share one payload: a cheap test before a deep one.
  bool same_payload(const Value& other) const { return data_ == other.data_; }

 private:
  using Data =
      std::variant<std::monostate, bool, std::int64_t, double, std::shared_ptr<const std::string>,
                   std::shared_ptr<const Array>, std::shared_ptr<const Object>,
                   std::shared_ptr<const Unknown>, ResourceHandle>;
  class Size;
  Value(Data data, Span origin) : data_(std::move(data)), origin_(origin) {}
  Value(Data data, Span origin, const Size& size);

  Data data_;
  Span origin_;
  std::uint32_t levels_ = 0;
  // of what holds other values
  std::uint32_t weight_ = 0;
  TrailPointer trail_;
};

/// The history of something computed from several values: null if none has one, the only one if
/// just one has. Else a Derived step right over what they came from, which is never Derived itself.
TrailPointer joined_trail(const Value* begin, const Value* end);

}  // namespace exr
