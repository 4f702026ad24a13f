#include "source/file_system.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

namespace exr {

namespace fs = std::filesystem;

namespace {

std::string size_text(std::size_t bytes) {
  constexpr std::size_t kMebibyte = 1U << 20U;
  if (bytes % kMebibyte == 0) return std::to_string(bytes / kMebibyte) + " MiB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace

Failure file_too_large(std::size_t limit) {
  return {.message = "file is larger than the limit of " + size_text(limit), .is_limit = true};
}

DiskFileSystem::DiskFileSystem(const std::vector<std::string>& allowed_roots) {
  for (const std::string& root : allowed_roots) allow(root);
}

void DiskFileSystem::allow(const std::string& root) {
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(root.empty() ? "." : root, error);
  if (!error) allowed_roots_.push_back(resolved.generic_string());
}

bool DiskFileSystem::allowed(const std::string& path) const {
  if (allowed_roots_.empty()) return true;
  std::error_code error;
  const std::string resolved =
      fs::weakly_canonical(path.empty() ? "." : path, error).generic_string();
  if (error) return false;
  return std::any_of(allowed_roots_.begin(), allowed_roots_.end(), [&](const std::string& root) {
    return resolved == root || root == "/" ||
           (resolved.starts_with(root) && resolved[root.size()] == '/');
  });
}

Result<std::string> DiskFileSystem::read(const std::string& path, std::size_t limit) const {
  if (!allowed(path)) return Failure{"lies outside the project root, it is not read"};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || !fs::exists(status)) return Failure{"file does not exist"};
  if (fs::is_directory(status)) return Failure{"is a folder, not a file"};
  // a pipe or a device could block for ever
  if (!fs::is_regular_file(status)) return Failure{"is not a regular file"};
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return Failure{"file cannot be opened"};
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > limit) return file_too_large(limit);
  std::string text;
  text.resize(static_cast<std::size_t>(size));
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) return Failure{"file cannot be read"};
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

bool DiskFileSystem::is_file(const std::string& path) const {
  std::error_code error;
  return allowed(path) && fs::is_regular_file(path, error);
}

bool DiskFileSystem::is_directory(const std::string& path) const {
  std::error_code error;
  return allowed(path) && fs::is_directory(path, error);
}

std::vector<DirectoryEntry> DiskFileSystem::list(const std::string& path) const {
  std::vector<DirectoryEntry> entries;
  if (!allowed(path)) return entries;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    entries.push_back({.name = it->path().filename().generic_string(),
                       .is_directory = it->is_directory(ignored),
                       .is_link = it->is_symlink(ignored)});
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

void MemoryFileSystem::write(const std::string& path, std::string text) {
  files_[normal_path(path)] = std::move(text);
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t limit) const {
  const auto found = files_.find(normal_path(path));
  if (found == files_.end()) return Failure{"file does not exist"};
  if (found->second.size() > limit) return file_too_large(limit);
  return found->second;
}

bool MemoryFileSystem::is_file(const std::string& path) const {
  return files_.contains(normal_path(path));
}

bool MemoryFileSystem::is_directory(const std::string& path) const {
  const std::string folder = normal_path(path);
  if (folder == ".") return true;
  const auto after = files_.lower_bound(folder + "/");
  return after != files_.end() && after->first.starts_with(folder + "/");
}

std::vector<DirectoryEntry> MemoryFileSystem::list(const std::string& path) const {
  const std::string folder = normal_path(path);
  const std::string prefix = folder == "." ? "" : folder + "/";
  std::set<std::pair<std::string, bool>> names;
  for (const auto& [file, text] : files_) {
    if (!file.starts_with(prefix)) continue;
    const std::string rest = file.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    names.emplace(rest.substr(0, slash), slash != std::string::npos);
  }
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, is_directory] : names)
    entries.push_back({.name = name, .is_directory = is_directory, .is_link = false});
  return entries;
}

std::string parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string folder_above(std::string_view folder) {
  if (folder == ".") return "..";
  // nothing of a way up can be cut off
  if (folder == ".." || folder.ends_with("/..")) return std::string(folder) + "/..";
  return parent_folder(folder);
}

std::string file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string join_path(std::string_view folder, std::string_view relative) {
  if (relative.starts_with('/') || folder.empty() || folder == ".") return normal_path(relative);
  return normal_path(std::string(folder) + "/" + std::string(relative));
}

std::string normal_path(std::string_view path) {
  if (path.empty()) return ".";
  std::string normal = fs::path(path).lexically_normal().generic_string();
  while (normal.size() > 1 && normal.back() == '/') normal.pop_back();
  return normal;
}

}  // namespace exr
