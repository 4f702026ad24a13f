#include "value/value.h"

#include <algorithm>
#include <vector>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

Value Value::string(std::string text, Span origin) {
  return Value(std::make_shared<const std::string>(std::move(text)), origin);
}

Value Value::array(Array array, Span origin) {
  return Value(std::make_shared<const Array>(std::move(array)), origin);
}

Value Value::object(Object object, Span origin) {
  return Value(std::make_shared<const Object>(std::move(object)), origin);
}

Value Value::unknown(Unknown unknown, Span origin) {
  return Value(std::make_shared<const Unknown>(std::move(unknown)), origin);
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
  for (const Value* value = begin; value != end; ++value) {
    const TrailPointer& trail = value->trail();
    if (trail != nullptr && std::find(steps.begin(), steps.end(), trail) == steps.end())
      steps.push_back(trail);
  }
  if (steps.empty()) return nullptr;
  if (steps.size() == 1) return steps.front();
  Trail derived;
  derived.kind = Trail::Kind::Derived;
  derived.secure = std::any_of(steps.begin(), steps.end(),
                               [](const TrailPointer& step) { return step->secure; });
  derived.from = std::move(steps);
  return std::make_shared<const Trail>(std::move(derived));
}

}  // namespace exr
