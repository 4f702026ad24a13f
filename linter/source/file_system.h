#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace exr {

/// What a folder holds, by name.
struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
  /// A symbolic link; then `is_directory` says what it leads to.
  bool is_link = false;
};

/// The files that exrlint may read. Paths are relative to the working folder or absolute, with
/// forward slashes.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The bytes of a file. Fails when it is missing, a folder, not readable, over `limit` bytes (the
  /// message names the limit), or reached through a link that leads out of the project root and the
  /// folders that were allowed.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
  virtual bool is_file(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  /// What a folder holds, sorted by name; empty if it cannot be read.
  virtual std::vector<DirectoryEntry> list(const std::string& path) const = 0;
  /// Lets a folder or a file be read from now on. A file system that has no borders ignores it.
  virtual void allow(const std::string& /*root*/) {}
};

/// The disk. Nothing outside the allowed roots is read; links are resolved before the test.
class DiskFileSystem final : public FileSystem {
 public:
  /// `allowed_roots` are folders or files; an empty list allows everything.
  explicit DiskFileSystem(const std::vector<std::string>& allowed_roots = {});
  void allow(const std::string& root) override;
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  std::vector<DirectoryEntry> list(const std::string& path) const override;

 private:
  bool allowed(const std::string& path) const;
  std::vector<std::string> allowed_roots_;
};

/// Files in memory, for tests.
class MemoryFileSystem final : public FileSystem {
 public:
  void write(const std::string& path, std::string text);
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  std::vector<DirectoryEntry> list(const std::string& path) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

/// Why a file of more than `limit` bytes is not read.
Failure file_too_large(std::size_t limit);

/// Text functions over paths with forward slashes; none asks the disk.
std::string parent_folder(std::string_view path);
/// The folder in which a folder lies; of `.` it is `..`, of `..` it is `../..`, of `/` itself.
std::string folder_above(std::string_view folder);
std::string file_name(std::string_view path);
std::string join_path(std::string_view folder, std::string_view relative);
/// Without `.`, `..` (where that can be said from the text) and doubled slashes.
std::string normal_path(std::string_view path);

}  // namespace exr
