#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mapping/mapping.h"
#include "value/value.h"

namespace exr {

// The verbs of the mapping language, each on a value that is set. What they make keeps place and
// history of what it is made of; of an Unknown they make an Unknown. Null: not set.

/// Another value in place and history of `source`.
Value made_of(const Value& made, const Value& source);
/// Whether it counts as not set: null, or an empty text, list or object.
bool is_unset(const Value& value);

/// `yes` for true, `no` for false; either may be null.
Value chosen(const Value& value, const Value& yes, const Value& no);
Value equal_to(const Value& value, const Value& literal);
/// An ID as `{id: ...}`, in lists each member.
Value reference_to(const Value& value);
/// The members of a list as keys of empty objects.
Value as_keys(const Value& list);
Value as_list(const Value& value);
Value joined(const Value& list, const std::string& separator);
/// The part of a text at a position; counted from the end if it is negative.
Value split_part(const Value& value, const std::string& separator, int position);
/// The value of JSON text; anything else as it is.
Value parsed_json(const Value& value);
Value without_nulls(const Value& value);
/// Azure's form of a location: `West Europe` is `westeurope`.
Value as_location(const Value& value);
/// Seconds since 1970 of a time of RFC 3339.
Value unix_time(const Value& value);
Value unless_zero(const Value& value);
/// What a table has under a text; Unknown for what is not in it.
Value looked_up(const Value& value, const MappingTable& table);

}  // namespace exr
