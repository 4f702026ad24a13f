#pragma once

#include <string>

#include "source/span.h"

namespace exr {

/// A further place that explains a finding or a Problem.
struct RelatedPlace {
  /// As in "set by", "declared here"; lower case, no full stop.
  std::string message;
  Span span;

  friend bool operator==(const RelatedPlace&, const RelatedPlace&) = default;
};

}  // namespace exr
