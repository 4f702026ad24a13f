#pragma once

#include <cstdint>

namespace exr {

/// The bytes of a comment in a text, with the signs that make it one and without the line break
/// that ends it.
struct Comment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Comment&, const Comment&) = default;
};

}  // namespace exr
