#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exr {

enum class LetterCase : std::uint8_t { Lower, Upper };

/// UTF-8 text in lower or upper case as .NET's invariant culture has it: one character for one.
/// Letters are known of Latin (to U+017F), Greek and Cyrillic; empty if a character is of another
/// alphabet that may have cases.
std::optional<std::string> in_letter_case(std::string_view text, LetterCase wanted);

}  // namespace exr
