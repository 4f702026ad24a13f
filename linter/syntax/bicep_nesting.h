#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/limits.h"

namespace exr {

/// The offset of the first bracket or hole of a Bicep text that stands more than `limit` levels
/// deep; empty if there is none. Reads the text once without a parser, and knows comments and all
/// kinds of strings, so that a text that passes is safe to parse.
std::optional<std::uint32_t> find_too_deep(std::string_view text, std::uint32_t limit);

/// The message of a LimitExceeded Problem.
std::string nesting_message(const Limits& limits);

}  // namespace exr
