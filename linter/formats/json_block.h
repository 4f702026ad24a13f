#pragma once

#include <cstddef>
#include <cstdint>

namespace exr {

/// How many bytes of JSON are looked at in one go: a bit for each in one word.
inline constexpr std::size_t kJsonBlock = 64;

/// Which bytes of a block are of a class; the first byte is the lowest bit. Of what few blocks have
/// it is only told whether there is any.
struct JsonBlock {
  std::uint64_t quote = 0;
  /// One of `{}[]:,`.
  std::uint64_t structural = 0;
  /// A space or a control character.
  std::uint64_t low = 0;
  bool has_backslash = false;
  bool has_control = false;
  /// Bytes that are not ASCII.
  bool has_wide = false;
};

/// Classifies the kJsonBlock bytes at `bytes`.
JsonBlock json_block(const char* bytes);

/// Where a byte stands in a block.
std::uint64_t json_bits_of(const char* bytes, char byte);
/// Where bytes that are not ASCII stand.
std::uint64_t json_wide_bits(const char* bytes);

}  // namespace exr
