#pragma once

#include <string>
#include <string_view>

#include "value/value.h"

namespace exr {

/// The text of a value inside a canonical text, as in a template expression: `'a'`, `5`, `[1,2]`,
/// `{a:1}`, an Unknown's own text.
std::string canonical_text(const Value& value);

/// JSON on one line, object properties in source order, Unknown as `{"$unknown": "text"}`.
std::string to_json(const Value& value);
/// The same with keys sorted and null properties left out.
std::string to_sorted_json(const Value& value);
/// A JSON string literal with quotes. Bytes that are no UTF-8 are replaced.
std::string json_string(std::string_view text);
/// The shortest decimal text that reads back as the same double; whole numbers without a point.
std::string number_text(double number);

/// The text of a value in a message: strings as they are, arrays as their elements with commas,
/// null as `(not set)`, an Unknown by its candidates or its text, a secure value as `***`.
std::string message_text(const Value& value);

/// Text that people write down for IDs and names without knowing the subscription or group:
/// `{subscriptionId}` and the like.
bool has_placeholder(std::string_view text);

}  // namespace exr
