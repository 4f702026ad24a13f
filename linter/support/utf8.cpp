#include "support/utf8.h"

#include <cstddef>

namespace exr {

namespace {

struct Lead {
  std::size_t length = 1;
  char32_t bits = kReplacementCharacter;
  // what the second byte may be: narrower after the leads of overlong forms, surrogates and what
  // lies past U+10FFFF
  unsigned char lowest = 0x80;
  unsigned char highest = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {.bits = byte};
  if (byte < 0xC2 || byte > 0xF4) return {};
  if (byte < 0xE0) return {.length = 2, .bits = byte & 0x1FU};
  const auto lowest =
      static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : (byte == 0xF0 ? 0x90 : 0x80));
  const auto highest =
      static_cast<unsigned char>(byte == 0xED ? 0x9F : (byte == 0xF4 ? 0x8F : 0xBF));
  if (byte < 0xF0) return {.length = 3, .bits = byte & 0x0FU, .lowest = lowest, .highest = highest};
  return {.length = 4, .bits = byte & 0x07U, .lowest = lowest, .highest = highest};
}

}  // namespace

char32_t take_character(std::string_view& text) {
  const Lead lead = lead_of(static_cast<unsigned char>(text.front()));
  char32_t character = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    const unsigned char lowest = i == 1 ? lead.lowest : 0x80;
    const unsigned char highest = i == 1 ? lead.highest : 0xBF;
    if (byte < lowest || byte > highest) {
      text.remove_prefix(i);
      return kReplacementCharacter;
    }
    character = (character << 6U) | (byte & 0x3FU);
  }
  text.remove_prefix(lead.length);
  return character;
}

void append_character(std::string& text, char32_t character) {
  const auto byte = [&](char32_t bits) {
    text += static_cast<char>(static_cast<unsigned char>(bits));
  };
  const auto tail = [&](unsigned shift) { byte(0x80U | ((character >> shift) & 0x3FU)); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0U | (character >> 6U));
    tail(0);
  } else if (character < 0x10000) {
    byte(0xE0U | (character >> 12U));
    tail(6);
    tail(0);
  } else {
    byte(0xF0U | (character >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace exr
