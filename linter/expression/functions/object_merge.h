#pragma once

#include <cstdint>
#include <span>

#include "expression/functions/call.h"
#include "value/value.h"

namespace exr {

/// Whether a property that two objects have is merged where both values are objects, or taken from
/// the last.
enum class Merge : std::uint8_t { Shallow, Deep };

/// All properties of the objects, the last value winning. An Unknown among them leaves the result
/// open, and what stands before it undecided, for it may replace that.
Value merged_objects(const FunctionCall& call, std::span<const Value> objects, Merge merge);
/// The properties that all arguments have with equal values.
Value intersected_objects(const FunctionCall& call);

}  // namespace exr
