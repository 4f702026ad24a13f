#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "source/span.h"
#include "support/check.h"
#include "support/shared.h"
#include "support/shared_text.h"
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
  Value(const Value& other)
      : content_(other.content_),
        trail_(other.trail_),
        origin_(other.origin_),
        kind_(other.kind_),
        levels_(other.levels_) {
    if (is_shared()) OwnerCount::of(content_.shared).add();
  }
  Value(Value&& other) noexcept
      : content_(other.content_),
        trail_(std::move(other.trail_)),
        origin_(other.origin_),
        kind_(std::exchange(other.kind_, ValueKind::Null)),
        levels_(other.levels_) {}
  Value& operator=(const Value& other) {
    if (this != &other) *this = Value(other);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    if (this == &other) return *this;
    give_up();
    content_ = other.content_;
    trail_ = std::move(other.trail_);
    origin_ = other.origin_;
    kind_ = std::exchange(other.kind_, ValueKind::Null);
    levels_ = other.levels_;
    return *this;
  }
  ~Value() { give_up(); }

  static Value null(Span origin = {}) { return Value(ValueKind::Null, origin); }
  static Value boolean(bool value, Span origin = {}) {
    Value made(ValueKind::Bool, origin);
    made.content_.boolean = value;
    return made;
  }
  static Value integer(std::int64_t value, Span origin = {}) {
    Value made(ValueKind::Int, origin);
    made.content_.integer = value;
    return made;
  }
  static Value number(double value, Span origin = {}) {
    Value made(ValueKind::Double, origin);
    made.content_.number = value;
    return made;
  }
  static Value string(const SharedText& text, Span origin = {});
  static Value array(Array array, Span origin = {});
  static Value object(Object object, Span origin = {});
  static Value unknown(Unknown unknown, Span origin = {});
  static Value resource(ResourceHandle handle, Span origin = {}) {
    Value made(ValueKind::Resource, origin);
    made.content_.resource = handle;
    return made;
  }
  /// True and False as booleans, Unknown as an Unknown with the given text.
  static Value truth(Truth truth, std::string_view unknown_text, Span origin = {});

  ValueKind kind() const { return kind_; }
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
  bool as_bool() const {
    EXR_CHECK(is_bool());
    return content_.boolean;
  }
  std::int64_t as_int() const {
    EXR_CHECK(is_int());
    return content_.integer;
  }
  /// Of an int or a double.
  double as_number() const;
  const std::string& as_string() const { return as<std::string>(ValueKind::String); }
  /// The same, to be shared.
  SharedText shared_string() const;
  const Array& as_array() const { return as<Array>(ValueKind::Array); }
  const Object& as_object() const { return as<Object>(ValueKind::Object); }
  const Unknown& as_unknown() const { return as<Unknown>(ValueKind::Unknown); }
  ResourceHandle as_resource() const {
    EXR_CHECK(is_resource());
    return content_.resource;
  }

  /// Where it was written; invalid for a value that nobody wrote (the result of a function over
  /// nothing written).
  const Span& origin() const { return origin_; }
  const TrailPointer& trail() const { return trail_; }
  /// The same content at another place. What it was before is kept in the trail: a literal's own
  /// place becomes its first step.
  Value moved_to(Span place) const;
  /// The same of a value whose history begins with a given step.
  Value moved_to(const Span& place, const TrailPointer& first) && {
    if (trail_ != first) trail_ = first;
    origin_ = place;
    return std::move(*this);
  }
  /// The same content and place with another history.
  Value with_trail(TrailPointer trail) const&;
  Value with_trail(TrailPointer trail) && {
    trail_ = std::move(trail);
    return std::move(*this);
  }
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
  bool same_payload(const Value& other) const;

 private:
  union Content {
    std::uint64_t nothing = 0;
    bool boolean;
    std::int64_t integer;
    double number;
    ResourceHandle resource;
    /// Of a String, Array, Object or Unknown: what Counted holds.
    const void* shared;
  };
  class Size;

  explicit Value(ValueKind kind, Span origin) : origin_(origin), kind_(kind) {}
  template <typename T>
  const T& as(ValueKind kind) const {
    EXR_CHECK(kind_ == kind);
    return *static_cast<const T*>(content_.shared);
  }
  static Value holding(ValueKind kind, const void* shared, std::uint32_t levels, Span origin);
  bool is_shared() const { return kind_ >= ValueKind::String && kind_ <= ValueKind::Unknown; }
  void give_up() {
    if (is_shared() && OwnerCount::of(content_.shared).remove()) end_content();
  }
  void end_content();

  Content content_;
  TrailPointer trail_;
  Span origin_;
  ValueKind kind_ = ValueKind::Null;
  std::uint16_t levels_ = 0;
};

}  // namespace exr
