#pragma once

#include <string_view>

#include "value/trail.h"
#include "value/value.h"

namespace exr {

/// A part of a value (a property, a member) with the history of the whole: what came through a
/// parameter did so in all its parts, after what a part had before.
Value with_history_of(const Value& whole, const Value& part);
/// An array or object whose own parts have its history, so that they keep it when they are taken
/// over into another. Anything else stays.
Value with_history_in_parts(const Value& whole);

/// The history of a part of what was read from a resource: its path goes on by `part` (a property's
/// name, or an index in brackets). Any other history stays.
TrailPointer read_further(const TrailPointer& trail, std::string_view part);

}  // namespace exr
