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

/// The disk, with standard input over it where a path is `-`.
class InputFiles {
 public:
  explicit InputFiles(const InputOptions& options);
  FileSystem& files();

 private:
  DiskFileSystem disk_;
  std::optional<OverlayFileSystem> overlay_;
};

/// What the options ask for, `-` replaced by the name of standard input.
RunRequest run_request(const InputOptions& options);

}  // namespace exr
