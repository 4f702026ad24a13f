#pragma once

#include <string>
#include <vector>

#include "source/file_system.h"

namespace exr {

/// A file system with one more file over it: the text of standard input under the name that the
/// user gave it. The file system below outlives it.
class OverlayFileSystem final : public FileSystem {
 public:
  OverlayFileSystem(FileSystem& below, const std::string& path, std::string text)
      : below_(below), path_(normal_path(path)), text_(std::move(text)) {}

  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override { return below_.is_directory(path); }
  std::vector<DirectoryEntry> list(const std::string& path) const override;
  void allow(const std::string& root) override { below_.allow(root); }

 private:
  FileSystem& below_;
  std::string path_;
  std::string text_;
};

}  // namespace exr
