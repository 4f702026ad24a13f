#pragma once

#include <cstddef>

#include "value/value.h"

namespace exr {

/// How much one document can hold, in values and pieces of 64 bytes of text. Parts of values are
/// shared, so what is small in memory may be endless on paper.
inline constexpr std::size_t kRoomOnPaper = 20'000'000;

/// The value without its secrets: each secure part is `***`. Takes the `room` that it needs; where
/// there is none left, or the value is too deep, stands an Unknown.
Value shown_value(const Value& value, std::size_t& room);

}  // namespace exr
