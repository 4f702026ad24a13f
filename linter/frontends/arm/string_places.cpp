#include "frontends/arm/string_places.h"

#include <algorithm>
#include <charconv>

namespace exr {

namespace {

constexpr std::size_t kEscape = 2;
constexpr std::size_t kNumberedEscape = 6;

std::uint32_t code_unit(std::string_view escape) {
  std::uint32_t unit = 0;
  std::from_chars(escape.data() + kEscape, escape.data() + escape.size(), unit, 16);
  return unit;
}

bool is_numbered(std::string_view escape) {
  return escape.size() == kNumberedEscape && escape[0] == '\\' && escape[1] == 'u';
}

bool is_in(std::uint32_t unit, std::uint32_t first) {
  return unit >= first && unit < first + 0x400U;
}

// One character of the raw text: how many bytes it takes there, and how many in the content.
struct Piece {
  std::size_t raw = 1;
  std::size_t content = 1;
};

Piece piece_at(std::string_view raw) {
  if (raw.front() != '\\') return {};
  if (!is_numbered(raw.substr(0, kNumberedEscape))) return {kEscape, 1};
  const std::uint32_t unit = code_unit(raw.substr(0, kNumberedEscape));
  const std::string_view next = raw.substr(std::min(kNumberedEscape, raw.size()), kNumberedEscape);
  if (is_in(unit, 0xD800U) && is_numbered(next) && is_in(code_unit(next), 0xDC00U))
    return {2 * kNumberedEscape, 4};
  if (unit < 0x80U) return {kNumberedEscape, 1};
  return {kNumberedEscape, unit < 0x800U ? std::size_t{2} : std::size_t{3}};
}

}  // namespace

StringPlaces::StringPlaces(std::string_view file_text, Span string, std::size_t size)
    : string_(string) {
  if (!string.valid() || string.end < string.begin + 2 || string.end - string.begin - 2 == size)
    return;
  const std::string_view raw = file_text.substr(string.begin + 1, string.end - string.begin - 2);
  places_.reserve(size + 1);
  std::size_t at = 0;
  while (at < raw.size()) {
    const Piece piece = piece_at(raw.substr(at));
    places_.insert(places_.end(), piece.content, static_cast<std::uint32_t>(string.begin + 1 + at));
    at += piece.raw;
  }
}

std::uint32_t StringPlaces::place(std::size_t offset) const {
  if (places_.empty())
    return std::min(string_.begin + 1 + static_cast<std::uint32_t>(offset), string_.end);
  return offset < places_.size() ? places_[offset] : string_.end - 1;
}

}  // namespace exr
