#pragma once

#include <string>
#include <string_view>

namespace exr {

/// What stands for bytes that are no UTF-8.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// Takes the next character off the front of `text`, which must not be empty. A broken sequence is
/// taken as one kReplacementCharacter for each longest beginning of a well-formed one, as the
/// WHATWG Encoding Standard decodes it.
char32_t take_character(std::string_view& text);

/// Appends the UTF-8 form of a character.
void append_character(std::string& text, char32_t character);

}  // namespace exr
