#include "value/value.h"

#include <algorithm>
#include <vector>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Of what a value came from, so many steps are kept: a text may be put together from thousands.
constexpr std::size_t kMostSources = 64;

}  // namespace

Value Value::string(std::string text, Span origin) {
  return Value(std::make_shared<const std::string>(std::move(text)), origin);
}

Value Value::array(Array array, Span origin) {
  std::uint32_t inner = 0;
  for (const Value& member : array.members) inner = std::max(inner, member.levels());
  return Value(std::make_shared<const Array>(std::move(array)), origin, inner + 1);
}

Value Value::object(Object object, Span origin) {
  std::uint32_t inner = 0;
  for (const Object::Property& property : object.properties())
    inner = std::max(inner, property.value.levels());
  return Value(std::make_shared<const Object>(std::move(object)), origin, inner + 1);
}

Value Value::unknown(Unknown unknown, Span origin) {
  std::uint32_t inner = 0;
  for (const Candidate& candidate : unknown.candidates)
    inner = std::max(inner, candidate.value.levels());
  return Value(std::make_shared<const Unknown>(std::move(unknown)), origin, inner);
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
