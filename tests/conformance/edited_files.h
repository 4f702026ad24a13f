#pragma once

#include <map>
#include <string>
#include <vector>

#include "source/file_system.h"

namespace conformance {

/// The disk with other texts in the place of some files, so that the corpus stays as it is.
class EditedFiles final : public exr::FileSystem {
 public:
  /// `path` is absolute.
  void write(const std::string& path, std::string text) {
    texts_[exr::normal_path(path)] = std::move(text);
  }

  exr::Result<std::string> read(const std::string& path, std::size_t limit) const override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override { return disk_.is_directory(path); }
  std::vector<exr::DirectoryEntry> list(const std::string& path) const override {
    return disk_.list(path);
  }

 private:
  exr::DiskFileSystem disk_;
  std::map<std::string, std::string> texts_;
};

}  // namespace conformance
