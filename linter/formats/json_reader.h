#pragma once

#include <optional>
#include <string_view>

#include "findings/problem.h"
#include "source/span.h"
#include "support/limits.h"
#include "support/result.h"
#include "value/value.h"

namespace exr {

/// Reads JSON as Azure Resource Manager accepts it: with `//` and `/* */` comments, trailing
/// commas, line breaks inside strings, single quotes and a byte order mark. Each value has the span
/// of its token (strings and keys with their quotes, containers with their brackets). Whole numbers
/// of 64 bits are ints, others doubles; of a repeated key the last one counts. Empty after a
/// SyntaxError or LimitExceeded, which is then the last Problem.
std::optional<Value> read_json(std::string_view bytes, FileId file, const Limits& limits,
                               Problems& problems);

/// The same for text that stands in no file: values without places. The Failure says what is wrong.
Result<Value> read_json_text(std::string_view text, const Limits& limits);

}  // namespace exr
