#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "source/span.h"

namespace exr {

// Where the pieces of a YAML text end: the library behind read_yaml tells only where they begin.

/// The end of a plain scalar on one line.
std::uint32_t end_of_plain(std::string_view bytes, std::uint32_t begin);
/// The end of a scalar with this text: a plain, quoted or block one.
std::uint32_t end_of_scalar(std::string_view bytes, std::uint32_t begin, std::string_view text);
/// The end of a container whose span reaches to the end of its last part: behind the bracket, if it
/// has some.
std::uint32_t end_of_container(std::string_view bytes, const Span& parts);

/// The offset in `bytes` of the character `offset` of a scalar's text.
std::uint32_t source_offset(std::string_view bytes, const Span& scalar, std::string_view text,
                            std::size_t offset);

}  // namespace exr
