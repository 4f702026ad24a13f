#include "value/value.h"

#include <algorithm>
#include <vector>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Of what a value came from, so many steps are kept: a text may be put together from thousands.
constexpr std::size_t kMostSources = 64;

// A number, a quote, a comma.
constexpr std::uint32_t kScalarWeight = 4;

}  // namespace

Value Value::string(std::string text, Span origin) {
  return Value(std::make_shared<const std::string>(std::move(text)), origin);
}

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

Value::Value(Data data, Span origin, const Size& size)
    : data_(std::move(data)), origin_(origin), levels_(size.levels()), weight_(size.weight()) {}

std::uint32_t Value::weight() const {
  if (weight_ != 0 || !is_string()) return std::max(weight_, kScalarWeight);
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(as_string().size() + kScalarWeight, kHeaviest));
}

Value Value::array(Array array, Span origin) {
  Size size;
  for (const Value& member : array.members) size.add(member);
  Value value(std::make_shared<const Array>(std::move(array)), origin, size);
  ++value.levels_;
  return value;
}

Value Value::object(Object object, Span origin) {
  Size size;
  for (const Object::Property& property : object.properties())
    size.add(property.value, property.name.size());
  Value value(std::make_shared<const Object>(std::move(object)), origin, size);
  ++value.levels_;
  return value;
}

Value Value::unknown(Unknown unknown, Span origin) {
  Size size;
  for (const Candidate& candidate : unknown.candidates) size.add(candidate.value);
  return Value(std::make_shared<const Unknown>(std::move(unknown)), origin, size);
}

Value Value::truth(Truth truth, std::string_view unknown_text, Span origin) {
  if (truth != Truth::Unknown) return boolean(truth == Truth::True, origin);
  return unknown(make_unknown(UnknownReason::Undecided, std::string(unknown_text)), origin);
}

double Value::as_number() const {
  return is_int() ? static_cast<double>(as_int()) : std::get<double>(data_);
}

Value Value::moved_to(Span place) const {
  Value moved = *this;
  if (moved.trail_ == nullptr && origin_.valid() && origin_ != place) {
    Trail literal;
    literal.span = origin_;
    moved.trail_ = std::make_shared<const Trail>(std::move(literal));
  }
  moved.origin_ = place;
  return moved;
}

Value Value::with_trail(TrailPointer trail) const {
  Value result = *this;
  result.trail_ = std::move(trail);
  return result;
}

Value Value::placed(Span place) const {
  Value result = *this;
  result.origin_ = place;
  return result;
}

TrailPointer joined_trail(const Value* begin, const Value* end) {
  std::vector<TrailPointer> steps;
  bool secure = false;
  const auto add = [&](const TrailPointer& step) {
    const bool is_new = std::find(steps.begin(), steps.end(), step) == steps.end();
    if (is_new && steps.size() < kMostSources) steps.push_back(step);
  };
  for (const Value* value = begin; value != end; ++value) {
    const TrailPointer& trail = value->trail();
    if (trail == nullptr) continue;
    secure = secure || trail->secure;
    if (trail->kind != Trail::Kind::Derived) {
      add(trail);
    } else {
      for (const TrailPointer& step : trail->from) add(step);
    }
  }
  if (steps.empty()) return nullptr;
  if (steps.size() == 1 && steps.front()->secure == secure) return steps.front();
  Trail derived;
  derived.kind = Trail::Kind::Derived;
  derived.secure = secure;
  derived.from = std::move(steps);
  return std::make_shared<const Trail>(std::move(derived));
}

}  // namespace exr
