#include "app/folders.h"

#include "app/configuration.h"

namespace exr {

namespace {

bool exists(const FileSystem& files, const std::string& path) {
  return files.is_directory(path) || files.is_file(path);
}

}  // namespace

std::string absolute_path(std::string_view path, std::string_view working_folder) {
  return join_path(working_folder, path.empty() ? "." : path);
}

bool lies_in(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string path_below(std::string_view path, std::string_view folder) {
  std::string_view below = path.substr(folder.size());
  if (below.starts_with('/')) below.remove_prefix(1);
  return std::string(below);
}

std::string shown_path(std::string_view path, std::string_view working_folder) {
  const std::string normal = normal_path(path);
  if (!normal.starts_with('/') || !lies_in(normal, working_folder)) return normal;
  return normal_path(path_below(normal, working_folder));
}

std::vector<std::string> folders_upward(const std::string& folder,
                                        std::string_view working_folder) {
  std::vector<std::string> folders;
  std::string shown = shown_path(folder, working_folder);
  std::string absolute = absolute_path(shown, working_folder);
  for (;;) {
    folders.push_back(shown);
    if (absolute == "/" || absolute == ".") return folders;
    absolute = parent_folder(absolute);
    shown = folder_above(shown);
  }
}

std::string project_root(const FileSystem& files, const std::string& folder,
                         std::string_view working_folder) {
  const std::vector<std::string> folders = folders_upward(folder, working_folder);
  for (const std::string& candidate : folders) {
    if (exists(files, join_path(candidate, ".git"))) return candidate;
  }
  for (const std::string& candidate : folders) {
    if (files.is_file(join_path(candidate, kConfigurationFile))) return candidate;
  }
  const std::string absolute = absolute_path(folder, working_folder);
  return lies_in(absolute, working_folder) ? "." : folder;
}

}  // namespace exr
