#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "expression/functions/call.h"
#include "value/containers.h"
#include "value/unknown.h"
#include "value/value.h"

namespace exr {

/// `a string`, `an array`, ... for messages.
std::string_view kind_phrase(const Value& value);
/// The message for an argument of the wrong kind; `wanted` is a phrase with its article.
std::string not_taken(const FunctionCall& call, std::string_view wanted, std::size_t index = 0);

/// Reports that an argument is of the wrong kind, at that argument, and gives what a failure gives.
Value refused(const FunctionCall& call, std::string_view wanted, std::size_t index = 0);

/// An argument where an array is expected: null is `[]` in rules, an Unknown an open array without
/// members, all else stays.
Value as_collection(const Value& value, const Dialect& dialect);
/// Whether nothing in the value is Unknown, possible or open.
bool is_complete(const Value& value);
/// The same, and no text in it has a placeholder: equal to another such value or not, never
/// undecided.
bool is_decided(const Value& value);
/// Whether an argument is Unknown and has a closed set of values.
bool has_candidates(std::span<const Value> values);
/// Whether the value is an Unknown of which nothing tells that it is a text.
bool is_wholly_unknown(const Value& value);
/// The reason of the first Unknown among the values, Undecided if there is none.
UnknownReason reason_among(std::span<const Value> values);

/// How many of the first members have an index that is sure: no member before them may be absent.
/// None in an open array.
std::size_t sure_places(const Array& array);
/// An index that is not sure; `text` is its canonical text.
Value unknown_index(std::string text);

/// Limits of a number that a function computes from an array that is not exact. No `high`: there is
/// no limit.
struct NumberRange {
  double low = 0;
  std::optional<double> high;
};
/// The int itself where the limits meet, else an Unknown with these bounds.
Value number_between(const FunctionCall& call, NumberRange range);
/// A double as an int where it is whole and fits.
Value number_value(double number);

/// The result of a Kleene test as a value of this call.
Value truth_result(const FunctionCall& call, Truth truth);
/// A function over every combination of the arguments' candidates; `function` gets the call with
/// these in place.
Value over_cases(const FunctionCall& call, Value (*function)(const FunctionCall& call));
/// A function of an array of parts over every combination of the parts' candidates, folded into one
/// value; `function` gets the call with these in the array. Empty if no part has candidates, or
/// they are too many.
std::optional<Value> over_parts(const FunctionCall& call,
                                Value (*function)(const FunctionCall& call));
/// Reports that a result is too large, and gives what a failure gives.
Value too_large(const FunctionCall& call);
/// How many members an array may have that a function makes.
std::size_t most_members(const FunctionCall& call);
/// Whether a text of this size may be made.
bool fits(const FunctionCall& call, std::size_t size);

}  // namespace exr
