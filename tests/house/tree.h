#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace house {

/// A text file of the source tree. `path` is relative to its root, with forward slashes.
struct TreeFile {
  std::string path;
  std::string text;

  std::vector<std::string> lines() const;
};

/// The files below `folder` (relative to the root of the source tree) whose names end in one of
/// `endings`, sorted by path. Empty if the folder is not there. Build output is never part of it.
std::vector<TreeFile> files_below(const std::string& folder,
                                  const std::vector<std::string>& endings);

/// One file of the source tree; empty text if it is not there.
TreeFile read_tree_file(const std::string& path);

/// The names of the folders directly in `folder`, sorted.
std::vector<std::string> folders_in(const std::string& folder);

std::filesystem::path root();

/// The complaints one under the other, for a failure message.
std::string listed(const std::vector<std::string>& complaints);

}  // namespace house
