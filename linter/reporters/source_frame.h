#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "source/source_file.h"

namespace exr {

/// One line of source as a terminal shows it, and what to underline in it.
struct SourceFrame {
  std::uint32_t line = 1;
  /// Tabs are blanks, control characters are escaped, a line that is too long is cut to the part
  /// around the place.
  std::string text;
  /// In columns of the terminal, from 0.
  std::size_t mark_begin = 0;
  /// At least 1.
  std::size_t mark_width = 1;
};

/// The first line of a span's place, in at most `width` columns (20 at least).
SourceFrame source_frame(const SourceFile& file, const Span& span, std::size_t width);

}  // namespace exr
