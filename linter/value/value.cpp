#include "value/value.h"

#include <algorithm>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// A number, a quote, a comma.
constexpr std::uint32_t kScalarWeight = 4;

// More levels than any limit of nesting allows are all the same.
constexpr std::uint32_t kDeepest = 0xffff;

}  // namespace

// What holds other values is one level above the deepest and as heavy as all together.
class Value::Size {
 public:
  void add(const Value& part, std::size_t name = 0) {
    levels_ = std::max(levels_, part.levels());
    weight_ += part.weight() + name;
  }
  std::uint32_t levels() const { return levels_; }
  std::uint32_t weight() const {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(weight_, kHeaviest));
  }

 private:
  std::uint32_t levels_ = 0;
  std::uint64_t weight_ = kScalarWeight;
};

// The owners' note of what holds other values is its weight.
Value Value::holding(ValueKind kind, const void* shared, std::uint32_t levels, Span origin) {
  Value value(kind, origin);
  value.content_.shared = shared;
  value.levels_ = static_cast<std::uint16_t>(std::min<std::uint32_t>(levels, kDeepest));
  return value;
}

void Value::end_content() {
  switch (kind_) {
    case ValueKind::String:
      return Counted<std::string>::end(&as_string());
    case ValueKind::Array:
      return Counted<Array>::end(&as_array());
    case ValueKind::Object:
      return Counted<Object>::end(&as_object());
    case ValueKind::Unknown:
      return Counted<Unknown>::end(&as_unknown());
    default:
      return;
  }
}

std::uint32_t Value::weight() const {
  if (!is_shared()) return kScalarWeight;
  if (!is_string()) return OwnerCount::of(content_.shared).note;
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(as_string().size() + kScalarWeight, kHeaviest));
}

Value Value::string(const SharedText& text, Span origin) {
  Shared<std::string> shared = text.shared();
  if (shared == nullptr) shared = Shared<std::string>::make();
  return holding(ValueKind::String, shared.give_away(), 0, origin);
}

SharedText Value::shared_string() const {
  OwnerCount::of(&as_string()).add();
  return SharedText(Shared<std::string>::taken_over(&as_string()));
}

Value Value::array(Array array, Span origin) {
  Size size;
  for (const Value& member : array.members) size.add(member);
  return holding(ValueKind::Array, Counted<Array>::make(size.weight(), std::move(array)),
                 size.levels() + 1, origin);
}

Value Value::object(Object object, Span origin) {
  Size size;
  for (const Object::Property& property : object.properties())
    size.add(property.value, property.name.size());
  return holding(ValueKind::Object, Counted<Object>::make(size.weight(), std::move(object)),
                 size.levels() + 1, origin);
}

Value Value::unknown(Unknown unknown, Span origin) {
  Size size;
  for (const Candidate& candidate : unknown.candidates) size.add(candidate.value);
  return holding(ValueKind::Unknown, Counted<Unknown>::make(size.weight(), std::move(unknown)),
                 size.levels(), origin);
}

bool Value::same_payload(const Value& other) const {
  if (kind_ != other.kind_) return false;
  switch (kind_) {
    case ValueKind::Null:
      return true;
    case ValueKind::Bool:
      return as_bool() == other.as_bool();
    case ValueKind::Int:
      return as_int() == other.as_int();
    case ValueKind::Double:
      return content_.number == other.content_.number;
    case ValueKind::Resource:
      return as_resource() == other.as_resource();
    default:
      return content_.shared == other.content_.shared;
  }
}

Value Value::truth(Truth truth, std::string_view unknown_text, Span origin) {
  if (truth != Truth::Unknown) return boolean(truth == Truth::True, origin);
  return unknown(make_unknown(UnknownReason::Undecided, std::string(unknown_text)), origin);
}

double Value::as_number() const {
  return is_int() ? static_cast<double>(as_int()) : content_.number;
}

Value Value::moved_to(Span place) const {
  Value moved = *this;
  if (moved.trail_ == nullptr && origin_.valid() && origin_ != place) {
    Trail literal;
    literal.span = origin_;
    moved.trail_ = TrailPointer::make(std::move(literal));
  }
  moved.origin_ = place;
  return moved;
}

Value Value::with_trail(TrailPointer trail) const& {
  Value result = *this;
  result.trail_ = std::move(trail);
  return result;
}

Value Value::placed(Span place) const {
  Value result = *this;
  result.origin_ = place;
  return result;
}

}  // namespace exr
