#include "app/folder_walk.h"

#include <algorithm>
#include <utility>

#include "app/folders.h"
#include "app/frontends.h"

namespace exr {

namespace {

constexpr std::size_t kMostIgnoreBytes = 1U << 20U;
// a path of the disk is shorter than 4096 bytes, so only a broken disk is deeper
constexpr std::size_t kDeepestFolder = 512;

IgnorePatterns read_ignore_file(const FileSystem& files, const std::string& folder) {
  const std::string path = join_path(folder, ".gitignore");
  if (!files.is_file(path)) return {};
  const Result<std::string> text = files.read(path, kMostIgnoreBytes);
  return text.ok() ? IgnorePatterns::parse(text.value()) : IgnorePatterns();
}

IgnoreVerdict judge(const std::string& folder, const IgnorePatterns& patterns,
                    const std::string& path, EntryKind kind) {
  if (patterns.empty() || !lies_in(path, folder)) return IgnoreVerdict::Silent;
  return patterns.judge(path_below(path, folder), kind);
}

}  // namespace

std::vector<IgnoreLevel> ignore_levels(const FileSystem& files, const std::string& folder,
                                       const std::string& root, std::string_view working_folder) {
  std::vector<IgnoreLevel> levels;
  const std::string top = absolute_path(root, working_folder);
  const std::string bottom = absolute_path(folder, working_folder);
  for (const std::string& candidate : folders_upward(folder, working_folder)) {
    std::string absolute = absolute_path(candidate, working_folder);
    if (!lies_in(absolute, top)) break;
    if (absolute == bottom) continue;
    IgnorePatterns patterns = read_ignore_file(files, candidate);
    if (!patterns.empty()) {
      levels.push_back({.folder = std::move(absolute), .patterns = std::move(patterns)});
    }
  }
  std::reverse(levels.begin(), levels.end());
  return levels;
}

std::vector<std::string> FolderWalk::find(const std::string& folder, const std::string& root) {
  levels_ = ignore_levels(files_, folder, root, working_folder_);
  found_.clear();
  visit(folder);
  return std::move(found_);
}

void FolderWalk::visit(const std::string& folder) {
  if (depth_ >= kDeepestFolder) return;
  ++depth_;
  IgnorePatterns patterns = read_ignore_file(files_, folder);
  const bool has_level = !patterns.empty();
  if (has_level) {
    levels_.push_back(
        {.folder = absolute_path(folder, working_folder_), .patterns = std::move(patterns)});
  }
  const Configuration& configuration = configuration_of_(folder);
  for (const DirectoryEntry& entry : files_.list(folder)) {
    const std::string path = join_path(folder, entry.name);
    if (entry.is_directory) {
      // a linked folder is read where it lies
      if (entry.is_link || entry.name.starts_with('.')) continue;
      if (!is_left_out(path, EntryKind::Folder, configuration)) visit(path);
    } else if (find_frontend(entry.name) != nullptr &&
               !is_left_out(path, EntryKind::File, configuration)) {
      found_.push_back(path);
    }
  }
  if (has_level) levels_.pop_back();
  --depth_;
}

bool FolderWalk::is_left_out(const std::string& path, EntryKind kind,
                             const Configuration& configuration) {
  const std::string absolute = absolute_path(path, working_folder_);
  // modules of third parties are linted through the files that use them
  for (const auto& [prefix, folder] : configuration.modules) {
    if (absolute_path(folder, working_folder_) == absolute) return true;
  }
  for (const ExcludedFiles& excluded : configuration.excluded) {
    const std::string folder = absolute_path(excluded.folder, working_folder_);
    if (judge(folder, excluded.patterns, absolute, kind) == IgnoreVerdict::Ignored) return true;
  }
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    const IgnoreVerdict verdict = judge(level->folder, level->patterns, absolute, kind);
    if (verdict != IgnoreVerdict::Silent) return verdict == IgnoreVerdict::Ignored;
  }
  return false;
}

}  // namespace exr
