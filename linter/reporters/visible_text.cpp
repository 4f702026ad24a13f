#include "reporters/visible_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "support/text.h"
#include "support/utf8.h"

namespace exr {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kHidden = {
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},     Range{0x61C, 0x61C},
    Range{0x180E, 0x180E}, Range{0x200B, 0x200B}, Range{0x200E, 0x200F}, Range{0x2028, 0x202E},
    Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};

constexpr std::array kCombining = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200C, 0x200D},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xE0100, 0xE01EF}};

// East Asian Width W and F (Unicode Standard Annex 11), in coarse blocks.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
    Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x1FA70, 0x1FAFF},
    Range{0x20000, 0x3FFFD}};

template <std::size_t Size>
bool lies_in(const std::array<Range, Size>& ranges, char32_t character) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return range.first <= character && character <= range.last;
  });
}

bool begins_ci_command(std::string_view text) {
  return text.starts_with("##[") || starts_with_ignoring_case(text, "##vso[");
}

VisibleCharacter escaped(char32_t character) {
  std::string text = fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(character));
  if (character == '\n') text = "\\n";
  if (character == '\r') text = "\\r";
  if (character == '\t') text = "\\t";
  const std::size_t width = text.size();
  return {.text = std::move(text), .width = width};
}

}  // namespace

VisibleCharacter take_visible(std::string_view& text) {
  const bool command = begins_ci_command(text);
  const char32_t character = take_character(text);
  if (command || lies_in(kHidden, character)) return escaped(character);
  VisibleCharacter result;
  append_character(result.text, character);
  if (character >= 0x300) {
    if (lies_in(kCombining, character)) result.width = 0;
    if (lies_in(kWide, character)) result.width = 2;
  }
  return result;
}

std::string visible(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) result += take_visible(text).text;
  return result;
}

}  // namespace exr
