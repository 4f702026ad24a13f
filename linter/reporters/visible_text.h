#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exr {

/// One character as a terminal may safely show it.
struct VisibleCharacter {
  std::string text;
  /// The columns that it takes: 0 for a combining mark, 2 for a wide one.
  std::size_t width = 1;
};

/// Takes the next character off `text`, which must not be empty. What could steer a terminal, turn
/// the reading order or hide (control characters, bidirectional marks, zero widths) and the
/// beginning of a CI command (`##vso[`) become `\u{1b}` and the like. A tab and a line break become
/// `\t` and `\n`.
VisibleCharacter take_visible(std::string_view& text);

/// A whole text of the user's files as one line that is safe to show.
std::string visible(std::string_view text);

}  // namespace exr
