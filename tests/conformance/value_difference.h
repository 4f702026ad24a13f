#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "value/value.h"

namespace conformance {

/// How a value compares with one that another program wrote, leaf by leaf.
struct Comparison {
  /// Leaves that are the same on both sides.
  std::size_t equal = 0;
  /// Leaves that are Unknown here and an expression (`[reference(...)]`) there.
  std::size_t unresolved = 0;
  /// Leaves that are known here, and an expression there.
  std::size_t resolved_further = 0;
  /// `path: expected ..., found ...` of all others.
  std::vector<std::string> differences;
};

/// Adds the leaves of `found` to a comparison with `expected`. An empty object or array is a leaf;
/// a property that is null and one that is not there are the same.
void compare(const exr::Value& expected, const exr::Value& found, const std::string& path,
             Comparison& comparison);

}  // namespace conformance
