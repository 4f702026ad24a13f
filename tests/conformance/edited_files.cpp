#include "conformance/edited_files.h"

#include <filesystem>

namespace conformance {

namespace {

// Files are named from the working folder, or in full.
std::string full_path(const std::string& path) {
  return std::filesystem::absolute(exr::normal_path(path)).generic_string();
}

}  // namespace

exr::Result<std::string> EditedFiles::read(const std::string& path, std::size_t limit) const {
  const auto text = texts_.find(full_path(path));
  if (text != texts_.end()) return text->second;
  return disk_.read(path, limit);
}

bool EditedFiles::is_file(const std::string& path) const {
  return texts_.contains(full_path(path)) || disk_.is_file(path);
}

}  // namespace conformance
