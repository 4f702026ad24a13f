#pragma once

#include <string>

namespace bench {

/// How long it takes to look at each byte of a text once, the median of several readings.
double seconds_to_read(const std::string& text);

}  // namespace bench
