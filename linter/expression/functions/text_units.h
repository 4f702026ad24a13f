#pragma once

#include <cstddef>
#include <string_view>

namespace exr {

// Azure counts text in UTF-16 units; ours is UTF-8.

/// The length of a text in UTF-16 units.
std::size_t unit_count(std::string_view text);
/// The part of a text from unit `begin`, at most `count` units long. A character that a limit would
/// cut in two stays whole.
std::string_view unit_slice(std::string_view text, std::size_t begin,
                            std::size_t count = std::string_view::npos);
/// The unit at which the byte `offset` stands.
std::size_t unit_of(std::string_view text, std::size_t offset);

}  // namespace exr
