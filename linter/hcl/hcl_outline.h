#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/comment.h"

namespace exr {

/// A half-open range of bytes in a text.
struct HclRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const HclRange&, const HclRange&) = default;
};

/// What can be said of an HCL text without a parser, by one pass over it that knows comments, texts
/// and heredocs.
struct HclOutline {
  /// `# ...`, `// ...` without their line breaks, and `/* ... */`.
  std::vector<Comment> comments;
  /// The whole text, cut where a line begins with a top-level block or attribute. An error in one
  /// does not move the beginning of the next one, except that a text over several lines may hide
  /// it.
  std::vector<HclRange> statements;
  /// The first bracket or hole that stands more than the limit deep. A text that has none is safe
  /// to parse.
  std::optional<std::uint32_t> too_deep;
};

HclOutline outline_hcl(std::string_view text, std::uint32_t nesting_limit);

}  // namespace exr
