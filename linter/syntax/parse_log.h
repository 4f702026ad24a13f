#pragma once

#include <cstdint>
#include <string_view>

namespace exr {

/// Parses a text with an error once more, up to its first token that fits nowhere, and gives the
/// end of the last token that does. A tree's Error nodes begin earlier than that: they take in what
/// was read before. Slow: a log line an event.
std::uint32_t find_parse_break(std::string_view text);

}  // namespace exr
