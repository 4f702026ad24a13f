#pragma once

#include <vector>

#include "findings/finding.h"
#include "source/span.h"
#include "value/trail.h"

namespace exr {

/// Where the value at a place was given: `set by` for each literal or default that it comes from,
/// then `passed on at` for each argument on its way, from the outside in. Without the place itself
/// and what stands inside it.
std::vector<RelatedPlace> provenance(const TrailPointer& trail, Span place);

}  // namespace exr
