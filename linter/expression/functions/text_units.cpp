#include "expression/functions/text_units.h"

namespace exr {

namespace {

std::size_t units_of_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0U) == 0x80U) return 0;
  // what needs four bytes in UTF-8 needs two units in UTF-16
  return byte >= 0xF0U ? 2 : 1;
}

// The byte at which `units` units have passed.
std::size_t byte_of(std::string_view text, std::size_t units) {
  std::size_t passed = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t more = units_of_lead(text[i]);
    if (more > 0 && passed >= units) return i;
    passed += more;
  }
  return text.size();
}

}  // namespace

std::size_t unit_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += units_of_lead(c);
  return count;
}

std::string_view unit_slice(std::string_view text, std::size_t begin, std::size_t count) {
  const std::string_view rest = text.substr(byte_of(text, begin));
  return count == std::string_view::npos ? rest : rest.substr(0, byte_of(rest, count));
}

std::size_t unit_of(std::string_view text, std::size_t offset) {
  return unit_count(text.substr(0, offset));
}

}  // namespace exr
