#pragma once

#include "value/value.h"

namespace exr {

/// A part of a value (a property, a member) with the history of the whole: what came through a
/// parameter did so in all its parts, after what a part had before.
Value with_history_of(const Value& whole, const Value& part);
/// An array or object whose own parts have its history, so that they keep it when they are taken
/// over into another. Anything else stays.
Value with_history_in_parts(const Value& whole);

}  // namespace exr
