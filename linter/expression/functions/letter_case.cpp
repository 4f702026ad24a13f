#include "expression/functions/letter_case.h"

#include <algorithm>
#include <array>

#include "support/text.h"
#include "support/utf8.h"

namespace exr {

namespace {

// Characters that follow one rule (Unicode Character Database, simple case mappings).
struct CaseRange {
  char32_t first;
  char32_t last;
  // what is added for the lower and the upper case
  std::int32_t to_lower;
  std::int32_t to_upper;
};

// What is in none of them is not known. Sorted.
constexpr std::array kRanges = {
    CaseRange{0x80, 0xB4, 0, 0},
    // the sign for micro has a Greek upper case
    CaseRange{0xB5, 0xB5, 0, 0x2E7},
    CaseRange{0xB6, 0xBF, 0, 0},
    CaseRange{0xC0, 0xD6, 0x20, 0},
    CaseRange{0xD7, 0xD7, 0, 0},
    CaseRange{0xD8, 0xDE, 0x20, 0},
    CaseRange{0xDF, 0xDF, 0, 0},
    CaseRange{0xE0, 0xF6, 0, -0x20},
    CaseRange{0xF7, 0xF7, 0, 0},
    CaseRange{0xF8, 0xFE, 0, -0x20},
    CaseRange{0xFF, 0xFF, 0, 0x79},
    CaseRange{0x178, 0x178, -0x79, 0},
    CaseRange{0x391, 0x3A1, 0x20, 0},
    CaseRange{0x3A3, 0x3A9, 0x20, 0},
    CaseRange{0x3B1, 0x3C1, 0, -0x20},
    // the sigma at the end of a word
    CaseRange{0x3C2, 0x3C2, 0, -0x1F},
    CaseRange{0x3C3, 0x3C9, 0, -0x20},
    CaseRange{0x400, 0x40F, 0x50, 0},
    CaseRange{0x410, 0x42F, 0x20, 0},
    CaseRange{0x430, 0x44F, 0, -0x20},
    CaseRange{0x450, 0x45F, 0, -0x50},
    // Hebrew and Arabic, punctuation and signs, East Asian scripts, emoji: no cases
    CaseRange{0x5D0, 0x6FF, 0, 0},
    CaseRange{0x2000, 0x20CF, 0, 0},
    CaseRange{0x2190, 0x23FF, 0, 0},
    CaseRange{0x2500, 0x27BF, 0, 0},
    CaseRange{0x3000, 0x9FFF, 0, 0},
    CaseRange{0xAC00, 0xD7A3, 0, 0},
    CaseRange{0xFE00, 0xFE0F, 0, 0},
    CaseRange{0x1F300, 0x1FAFF, 0, 0},
};

// Where a capital letter stands before its small one; its number is even or odd.
struct PairRange {
  char32_t first;
  char32_t last;
  bool capital_is_odd;
};

constexpr std::array kPairs = {
    PairRange{0x100, 0x12F, false}, PairRange{0x132, 0x137, false}, PairRange{0x139, 0x148, true},
    PairRange{0x14A, 0x177, false}, PairRange{0x179, 0x17E, true},
};

template <typename Ranges>
auto find_range(const Ranges& ranges, char32_t character) {
  return std::find_if(ranges.begin(), ranges.end(), [&](const auto& range) {
    return character >= range.first && character <= range.last;
  });
}

std::optional<char32_t> changed(char32_t character, LetterCase wanted) {
  if (const auto pair = find_range(kPairs, character); pair != kPairs.end()) {
    const bool is_capital = (character % 2 == 1) == pair->capital_is_odd;
    if (wanted == LetterCase::Lower) return is_capital ? character + 1 : character;
    return is_capital ? character : character - 1;
  }
  const auto range = find_range(kRanges, character);
  if (range == kRanges.end()) return std::nullopt;
  const std::int32_t distance = wanted == LetterCase::Lower ? range->to_lower : range->to_upper;
  return static_cast<char32_t>(static_cast<std::int32_t>(character) + distance);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

}  // namespace

std::optional<std::string> in_letter_case(std::string_view text, LetterCase wanted) {
  std::string result = wanted == LetterCase::Lower ? to_lower(text) : to_upper(text);
  if (is_ascii(text)) return result;
  std::string_view rest = result;
  std::string changed_text;
  while (!rest.empty()) {
    const char32_t character = take_character(rest);
    const std::optional<char32_t> other =
        character < 0x80 ? std::optional(character) : changed(character, wanted);
    if (!other) return std::nullopt;
    append_character(changed_text, *other);
  }
  return changed_text;
}

}  // namespace exr
