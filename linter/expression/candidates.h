#pragma once

#include <optional>
#include <string>
#include <vector>

#include "value/unknown.h"
#include "value/value.h"

namespace exr {

/// Whether the value is an Unknown with a closed set of values.
inline bool has_cases(const Value& value) {
  return value.is_unknown() && !value.as_unknown().candidates.empty();
}
/// Adds what a value is under the given choices: one case, or one for each of its candidates that
/// agrees with them.
void add_cases(const std::vector<Choice>& choices, const Value& value,
               std::vector<Candidate>& cases);
/// The value that is one of `cases`: the common one where all are equal, else an Unknown with these
/// candidates, without any if they are none or more than kMostCandidates.
Value one_of(std::vector<Candidate> cases, UnknownReason reason, std::string text);

/// `if(condition,then,otherwise)`, if the cases are the two of one condition.
std::optional<std::string> text_of_condition(const std::vector<Candidate>& cases);
/// What `condition ? then : otherwise` gives where the condition is unknown: either, whichever
/// holds, or the common value.
Value chosen_by(const Value& condition, const Value& then, const Value& otherwise);

/// An Unknown whose candidates are all objects (or null) as one object whose properties have the
/// candidates, or whose candidates are all arrays as one array with possible members: its shape is
/// seen without a look at cases. Anything else stays.
Value folded(const Value& value);

}  // namespace exr
