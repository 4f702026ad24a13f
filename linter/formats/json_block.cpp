#include "formats/json_block.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace exr {

#if defined(__SSE2__)

namespace {

constexpr std::size_t kLane = 16;

std::uint64_t bits_of(__m128i matches) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(matches));
}

__m128i equal_to(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }

void add_lane(JsonBlock& block, const char* bytes, std::size_t at) {
  const __m128i lane = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
  // the brackets differ from the braces in this bit only
  const __m128i braced = _mm_or_si128(lane, _mm_set1_epi8(0x20));
  const __m128i brackets = _mm_or_si128(equal_to(braced, '{'), equal_to(braced, '}'));
  const __m128i separators = _mm_or_si128(equal_to(lane, ':'), equal_to(lane, ','));
  const __m128i breaks = _mm_or_si128(equal_to(lane, '\n'), equal_to(lane, '\r'));
  const __m128i gaps = _mm_or_si128(equal_to(lane, ' '), equal_to(lane, '\t'));
  const __m128i highest_control = _mm_set1_epi8(0x1F);
  const __m128i controls = _mm_cmpeq_epi8(_mm_max_epu8(lane, highest_control), highest_control);
  block.quote |= bits_of(equal_to(lane, '"')) << at;
  block.backslash |= bits_of(equal_to(lane, '\\')) << at;
  block.structural |= bits_of(_mm_or_si128(brackets, separators)) << at;
  block.blank |= bits_of(_mm_or_si128(breaks, gaps)) << at;
  block.control |= bits_of(controls) << at;
  block.wide |= bits_of(lane) << at;
}

}  // namespace

JsonBlock json_block(const char* bytes) {
  JsonBlock block;
  for (std::size_t at = 0; at < kJsonBlock; at += kLane) add_lane(block, bytes, at);
  return block;
}

#else

JsonBlock json_block(const char* bytes) {
  JsonBlock block;
  for (std::size_t at = 0; at < kJsonBlock; ++at) {
    const auto c = static_cast<unsigned char>(bytes[at]);
    const std::uint64_t bit = std::uint64_t{1} << at;
    const bool is_bracket = (c | 0x20U) == '{' || (c | 0x20U) == '}';
    if (c == '"') block.quote |= bit;
    if (c == '\\') block.backslash |= bit;
    if (is_bracket || c == ':' || c == ',') block.structural |= bit;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') block.blank |= bit;
    if (c < 0x20U) block.control |= bit;
    if (c >= 0x80U) block.wide |= bit;
  }
  return block;
}

#endif

}  // namespace exr
