#pragma once

#include <string>

namespace bench {

/// How long simdjson (https://simdjson.org) takes to parse JSON into its DOM, as a process does
/// that reads one file: with a new parser each time. The median of several; 0 if it does not accept
/// the text.
double seconds_to_parse_json(const std::string& text);

}  // namespace bench
