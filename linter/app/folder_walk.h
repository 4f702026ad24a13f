#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/configuration.h"
#include "app/ignore_patterns.h"
#include "source/file_system.h"

namespace exr {

/// Patterns with the folder from which they count.
struct IgnoreLevel {
  /// Absolute.
  std::string folder;
  IgnorePatterns patterns;
};

/// The `.gitignore` files from a project root (a shown path) down to a folder, without the folder's
/// own.
std::vector<IgnoreLevel> ignore_levels(const FileSystem& files, const std::string& folder,
                                       const std::string& root, std::string_view working_folder);

/// Goes through a folder in the order of names.
class FolderWalk {
 public:
  /// The configuration that holds in a folder.
  using ConfigurationOf = std::function<const Configuration&(const std::string& folder)>;

  FolderWalk(const FileSystem& files, std::string working_folder, ConfigurationOf configuration_of)
      : files_(files),
        working_folder_(std::move(working_folder)),
        configuration_of_(std::move(configuration_of)) {}

  /// The files below a folder that a front end reads and nothing leaves out. Folders with modules
  /// of registries (`modules` of the configuration) are left out.
  std::vector<std::string> find(const std::string& folder, const std::string& root);

 private:
  void visit(const std::string& folder);
  bool is_left_out(const std::string& path, EntryKind kind, const Configuration& configuration);

  const FileSystem& files_;
  std::string working_folder_;
  ConfigurationOf configuration_of_;
  std::vector<IgnoreLevel> levels_;
  std::vector<std::string> found_;
  std::size_t depth_ = 0;
};

}  // namespace exr
