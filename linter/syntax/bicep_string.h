#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

/// The text that a piece of a single-line Bicep string stands for: escapes `\n \r \t \\ \' \$
/// \u{hex}` replaced. An escape that Bicep does not know stays as it is; `bad_escape`, if given,
/// gets the offset of the first one.
std::string unescaped(std::string_view piece, std::optional<std::size_t>* bad_escape = nullptr);

/// The quotes of a string literal: how many bytes open and close it, and how many dollars a hole of
/// it begins with.
struct StringQuotes {
  std::size_t open = 1;
  std::size_t close = 1;
  std::size_t dollars = 1;
  bool multi_line = false;
};
/// Reads them off a whole literal: `'...'`, `'''...'''`, `$'''...'''`. The line break after a
/// multi-line opener belongs to it.
StringQuotes quotes_of(std::string_view literal);

/// Appends a code point as UTF-8. False if it is none.
bool append_utf8(std::string& text, std::uint32_t code_point);

}  // namespace exr
