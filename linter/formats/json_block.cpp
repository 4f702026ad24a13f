#include "formats/json_block.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace exr {

#if defined(__SSE2__)

namespace {

// The block in registers.
struct Lanes {
  explicit Lanes(const char* bytes)
      : a(load(bytes)), b(load(bytes + 16)), c(load(bytes + 32)), d(load(bytes + 48)) {}

  static __m128i load(const char* bytes) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  }

  __m128i a, b, c, d;
};

std::uint64_t mask_of(__m128i matches) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(matches));
}

// The bits of the bytes that `match` turns into ones.
template <typename Match>
std::uint64_t bits_where(const Lanes& lanes, const Match& match) {
  return mask_of(match(lanes.a)) | mask_of(match(lanes.b)) << 16U | mask_of(match(lanes.c)) << 32U |
         mask_of(match(lanes.d)) << 48U;
}

template <typename Match>
bool any_where(const Lanes& lanes, const Match& match) {
  const __m128i all = _mm_or_si128(_mm_or_si128(match(lanes.a), match(lanes.b)),
                                   _mm_or_si128(match(lanes.c), match(lanes.d)));
  return _mm_movemask_epi8(all) != 0;
}

__m128i equal_to(__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }

__m128i at_most(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(c)), bytes);
}

__m128i structural(__m128i bytes) {
  // brackets differ from braces in this bit only
  const __m128i braced = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i brackets = _mm_or_si128(equal_to(braced, '{'), equal_to(braced, '}'));
  return _mm_or_si128(brackets, _mm_or_si128(equal_to(bytes, ':'), equal_to(bytes, ',')));
}

}  // namespace

JsonBlock json_block(const char* bytes) {
  const Lanes lanes(bytes);
  return {
      .quote = bits_where(lanes, [](__m128i lane) { return equal_to(lane, '"'); }),
      .structural = bits_where(lanes, structural),
      .low = bits_where(lanes, [](__m128i lane) { return at_most(lane, 0x20); }),
      .has_backslash = any_where(lanes, [](__m128i lane) { return equal_to(lane, '\\'); }),
      .has_control = any_where(lanes, [](__m128i lane) { return at_most(lane, 0x1F); }),
      .has_wide = any_where(lanes, [](__m128i lane) { return lane; }),
  };
}

std::uint64_t json_bits_of(const char* bytes, char byte) {
  return bits_where(Lanes(bytes), [byte](__m128i lane) { return equal_to(lane, byte); });
}

std::uint64_t json_wide_bits(const char* bytes) {
  return bits_where(Lanes(bytes), [](__m128i lane) { return lane; });
}

#else

namespace {

template <typename Match>
std::uint64_t bits_where(const char* bytes, const Match& match) {
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < kJsonBlock; ++at) {
    bits |= static_cast<std::uint64_t>(match(static_cast<unsigned char>(bytes[at]))) << at;
  }
  return bits;
}

bool structural(unsigned char c) {
  return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

}  // namespace

JsonBlock json_block(const char* bytes) {
  return {
      .quote = json_bits_of(bytes, '"'),
      .structural = bits_where(bytes, structural),
      .low = bits_where(bytes, [](unsigned char c) { return c <= 0x20U; }),
      .has_backslash = json_bits_of(bytes, '\\') != 0,
      .has_control = bits_where(bytes, [](unsigned char c) { return c < 0x20U; }) != 0,
      .has_wide = json_wide_bits(bytes) != 0,
  };
}

std::uint64_t json_bits_of(const char* bytes, char byte) {
  return bits_where(bytes,
                    [byte](unsigned char c) { return c == static_cast<unsigned char>(byte); });
}

std::uint64_t json_wide_bits(const char* bytes) {
  return bits_where(bytes, [](unsigned char c) { return c >= 0x80U; });
}

#endif

}  // namespace exr
