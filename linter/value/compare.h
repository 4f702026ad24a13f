#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "value/truth.h"
#include "value/value.h"

namespace exr {

/// How text compares: as it is (templates) or without ASCII case (rules).
enum class TextComparison : std::uint8_t { Exact, IgnoreCase };

/// Deep equality. Numbers compare by value, objects without regard to property order, resources by
/// handle. Unknowns with the same canonical text are equal; otherwise an Unknown is undecided
/// unless what is known of it (prefix, suffix, candidates, bounds) rules equality out. Two texts
/// that differ only where a placeholder (`{subscriptionId}`) stands are undecided.
Truth equals(const Value& a, const Value& b, TextComparison comparison);

/// The order of two numbers or two strings; empty where that cannot be said (Unknown outside its
/// bounds, different kinds).
std::optional<std::partial_ordering> order(const Value& a, const Value& b,
                                           TextComparison comparison);

/// Whether a < b, with the bounds of Unknown numbers read.
Truth less(const Value& a, const Value& b, TextComparison comparison);
Truth less_or_equal(const Value& a, const Value& b, TextComparison comparison);

/// A text that is the same for equal values: the key for grouping and duplicates.
std::string equality_key(const Value& value, TextComparison comparison);

}  // namespace exr
