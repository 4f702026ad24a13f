#include "expression/functions/base64.h"

#include <cstdint>

namespace exr {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64_encoded(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= group.size() ? kAlphabet[bits >> (18 - 6 * i) & 0x3FU] : '=';
    }
  }
  return text;
}

std::optional<std::string> base64_decoded(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  std::size_t digits = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    const std::size_t digit = kAlphabet.find(c);
    if (c == '=') {
      ++padding;
      continue;
    }
    if (digit == std::string_view::npos || padding > 0) return std::nullopt;
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    ++digits;
    if (digits % 4 == 0) {
      for (const unsigned shift : {16U, 8U, 0U}) bytes += static_cast<char>(bits >> shift & 0xFFU);
      bits = 0;
    }
  }
  const std::size_t rest = digits % 4;
  if (rest == 1 || (digits + padding) % 4 != 0 || padding > 2) return std::nullopt;
  if (rest > 1) bytes += static_cast<char>(bits >> (rest == 2 ? 4U : 10U) & 0xFFU);
  if (rest > 2) bytes += static_cast<char>(bits >> 2U & 0xFFU);
  return bytes;
}

}  // namespace exr
