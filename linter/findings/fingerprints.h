#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace exr {

/// What GitHub knows a line by: a hash of what begins there, and how many lines of the file had it
/// so far.
struct LineHash {
  std::uint64_t hash = 0;
  std::uint32_t occurrence = 0;
  /// As in `743dd403f898b2bb:1`.
  std::string text() const;
};

/// The `primaryLocationLineHash` of every line of a file, as `github/codeql-action/upload-sarif`
/// computes it: over the 100 UTF-16 units from the start of the line, blanks and tabs left out,
/// every line break as LF. `text` is the whole file with its byte order mark; what is no UTF-8
/// counts as U+FFFD.
std::vector<LineHash> line_hashes(std::string_view text);

/// Our own fingerprint, which moved lines do not change: of the rule, the file (`path`), the
/// resource and the property. 16 hexadecimal digits.
std::string resource_fingerprint(const Finding& finding, std::string_view path);

}  // namespace exr
