#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// What a list of patterns says of a path.
enum class IgnoreVerdict : std::uint8_t { Silent, Ignored, Kept };

enum class EntryKind : std::uint8_t { File, Folder };

/// The patterns of one `.gitignore` file, or of `exclude` in the configuration, which has the same
/// language (https://git-scm.com/docs/gitignore).
class IgnorePatterns {
 public:
  IgnorePatterns() = default;
  /// One pattern a line.
  static IgnorePatterns parse(std::string_view text);
  void add(std::string_view line);

  bool empty() const { return patterns_.empty(); }
  /// `path` is relative to the folder of the patterns. The last pattern that fits decides.
  IgnoreVerdict judge(std::string_view path, EntryKind kind) const;

 private:
  struct Pattern {
    std::vector<std::string> segments;
    bool keeps = false;
    bool folders_only = false;
  };

  std::vector<Pattern> patterns_;
};

/// Whether a file name fits a pattern with `*`, `?`, `[a-z]`, `[!a]` and `\` before what is meant
/// literally. Takes time proportional to the product of both lengths at most.
bool name_fits(std::string_view name, std::string_view pattern);

}  // namespace exr
