#include "app/overlay_files.h"

namespace exr {

Result<std::string> OverlayFileSystem::read(const std::string& path, std::size_t limit) const {
  if (normal_path(path) != path_) return below_.read(path, limit);
  if (text_.size() <= limit) return text_;
  return file_too_large(limit);
}

bool OverlayFileSystem::is_file(const std::string& path) const {
  return normal_path(path) == path_ || below_.is_file(path);
}

std::vector<DirectoryEntry> OverlayFileSystem::list(const std::string& path) const {
  return below_.list(path);
}

}  // namespace exr
