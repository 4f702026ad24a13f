#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/terminal.h"
#include "support/limits.h"

namespace exr {

namespace {

constexpr std::string_view kStandardInput = "-";

}  // namespace

std::string current_folder() {
  std::error_code error;
  const std::string folder = std::filesystem::current_path(error).generic_string();
  return folder.empty() ? "/" : folder;
}

InputFiles::InputFiles(const InputOptions& options) {
  if (std::find(options.paths.begin(), options.paths.end(), kStandardInput) ==
      options.paths.end()) {
    return;
  }
  overlay_.emplace(disk_, options.stdin_name, read_standard_input(Limits().source_file_size));
}

FileSystem& InputFiles::files() {
  if (overlay_) return *overlay_;
  return disk_;
}

RunRequest run_request(const InputOptions& options) {
  RunRequest request;
  request.paths = options.paths;
  std::replace(request.paths.begin(), request.paths.end(), std::string(kStandardInput),
               options.stdin_name);
  request.parameter_files = options.parameter_files;
  request.parameters = options.parameters;
  request.configuration_file = options.configuration_file;
  request.working_folder = current_folder();
  request.rule_folders = options.rule_folders;
  return request;
}

}  // namespace exr
