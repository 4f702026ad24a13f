#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "source/span.h"
#include "value/trail.h"

namespace exr {

/// The first steps of values that were written down and then read elsewhere, those made last: what
/// is read again and again shares one.
class LiteralSteps {
 public:
  /// The step of a literal that was written at a place.
  const TrailPointer& step(const Span& place) {
    TrailPointer& known = steps_[(place.begin ^ (place.begin >> 6)) % kSize];
    if (known == nullptr || known->span != place) {
      Trail literal;
      literal.span = place;
      known = TrailPointer::make(std::move(literal));
    }
    return known;
  }

 private:
  static constexpr std::size_t kSize = 64;
  std::array<TrailPointer, kSize> steps_;
};

}  // namespace exr
