#pragma once

#include <optional>
#include <string>

#include "app/overlay_files.h"
#include "app/run.h"
#include "cli/options.h"
#include "source/file_system.h"

namespace exr {

inline constexpr int kExitUsage = 2;

/// The folder that the process works in, absolute.
std::string current_folder();

/// The disk, with standard input over it where a path is `-`; and beside it Bicep's module cache.
/// Neither is copied: what they give points into them.
class InputFiles {
 public:
  explicit InputFiles(const InputOptions& options);
  InputFiles(const InputFiles&) = delete;
  InputFiles& operator=(const InputFiles&) = delete;
  FileSystem& files();
  /// `.bicep` in the user's own folder; without one there is no cache.
  const UserModuleCache& module_cache() const { return module_cache_; }

 private:
  DiskFileSystem disk_;
  std::optional<DiskFileSystem> cache_files_;
  UserModuleCache module_cache_;
  std::optional<OverlayFileSystem> overlay_;
};

/// What the options ask for, `-` replaced by the name of standard input. The files outlive it.
RunRequest run_request(const InputOptions& options, const InputFiles& input);

}  // namespace exr
