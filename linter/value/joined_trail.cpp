#include "value/joined_trail.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace exr {

namespace {

// Of what a value came from, so many steps are kept: a text may be put together from thousands.
constexpr std::size_t kMostSources = 64;

bool is_literal(const Trail& trail) {
  return trail.kind == Trail::Kind::Literal && trail.from.empty();
}

// Literals of one place are one source, however often they were read.
bool is_among(const Trail& step, const std::vector<TrailPointer>& steps) {
  return std::any_of(steps.begin(), steps.end(), [&](const TrailPointer& one) {
    if (one.get() == &step) return true;
    return is_literal(*one) && is_literal(step) && one->span == step.span &&
           one->secure == step.secure;
  });
}

// Whether the history of several sources has those of all other values already, or cannot take
// more.
bool holds_all(const Trail& trail, const Value* begin, const Value* end) {
  if (trail.kind != Trail::Kind::Derived) return false;
  const bool is_full = trail.from.size() >= kMostSources;
  return std::all_of(begin, end, [&](const Value& value) {
    const Trail* other = value.trail().get();
    if (other == nullptr || other == &trail) return true;
    if (other->secure && !trail.secure) return false;
    if (is_full) return true;
    if (other->kind != Trail::Kind::Derived) return is_among(*other, trail.from);
    return std::all_of(other->from.begin(), other->from.end(),
                       [&](const TrailPointer& step) { return is_among(*step, trail.from); });
  });
}

}  // namespace

TrailPointer joined_trail(const Value& a, const Value& b) {
  if (b.trail() == nullptr) return joined_trail(&a, &a + 1);
  if (a.trail() == nullptr) return joined_trail(&b, &b + 1);
  const std::array<Value, 2> both = {a, b};
  return joined_trail(both.data(), both.data() + both.size());
}

TrailPointer joined_trail(const Value* begin, const Value* end) {
  // mostly there is one history at most
  const Value* only = std::find_if(begin, end, [](const Value& v) { return v.trail() != nullptr; });
  if (only == end) return nullptr;
  const bool is_only = std::all_of(only, end, [&](const Value& value) {
    return value.trail() == nullptr || value.trail() == only->trail();
  });
  if (is_only && only->trail()->kind != Trail::Kind::Derived) return only->trail();
  if (holds_all(*only->trail(), only + 1, end)) return only->trail();
  std::vector<TrailPointer> steps;
  bool secure = false;
  const auto add = [&](const TrailPointer& step) {
    if (steps.size() < kMostSources && !is_among(*step, steps)) steps.push_back(step);
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
  if (steps.empty() && !secure) return nullptr;
  if (steps.size() == 1 && steps.front()->secure == secure) return steps.front();
  Trail derived;
  derived.kind = Trail::Kind::Derived;
  derived.secure = secure;
  derived.from = std::move(steps);
  return TrailPointer::make(std::move(derived));
}

}  // namespace exr
