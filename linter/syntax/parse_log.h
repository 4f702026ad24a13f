#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace exr {

/// A place where the parser could not go on: the first token that fits nowhere.
struct ParseBreak {
  /// The end of the last token that fits.
  std::uint32_t before = 0;
  /// The end of the token that does not; blanks and line breaks may stand between.
  std::uint32_t end = 0;
};

/// Parses a text once more and writes down where the parser could not go on. A tree's Error nodes
/// begin earlier than that: they take in what was read before. Slow (a log line an event), so only
/// for texts that have errors.
std::vector<ParseBreak> find_parse_breaks(std::string_view text);

}  // namespace exr
