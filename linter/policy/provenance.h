#pragma once

#include <optional>
#include <vector>

#include "findings/finding.h"
#include "source/span.h"
#include "value/trail.h"

namespace exr {

/// Where the value at a place was given: `set by` for each literal or default that it comes from,
/// then `passed on at` for each argument on its way, from the outside in. Without the place itself,
/// what stands inside it, and the argument around it.
std::vector<RelatedPlace> provenance(const TrailPointer& trail, Span place);

/// Where a caller wrote the whole value, for what came unchanged through the argument of a module
/// call: the literal, wherever it stands (argument, variable, default, parameter file), else the
/// argument of the outermost call. Empty for what a module computed or wrote itself.
std::optional<Span> callers_place(const TrailPointer& trail);

}  // namespace exr
