#pragma once

#include <cstddef>
#include <cstdint>

namespace exr {

/// How many bytes of JSON are looked at in one go: a bit for each in one word.
inline constexpr std::size_t kJsonBlock = 64;

/// Which bytes of a block are of a class; the first byte is the lowest bit.
struct JsonBlock {
  std::uint64_t quote = 0;
  std::uint64_t backslash = 0;
  /// One of `{}[]:,`.
  std::uint64_t structural = 0;
  /// Space, tab and line breaks.
  std::uint64_t blank = 0;
  /// Below a space, line breaks included.
  std::uint64_t control = 0;
  /// Not ASCII.
  std::uint64_t wide = 0;
};

/// Classifies the kJsonBlock bytes at `bytes`.
JsonBlock json_block(const char* bytes);

}  // namespace exr
