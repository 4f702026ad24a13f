#include "cli/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/terminal.h"
#include "support/limits.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kStandardInput = "-";

std::string home_folder() {
  for (const char* variable : {"HOME", "USERPROFILE"}) {
    const char* folder = std::getenv(variable);
    if (folder != nullptr && *folder != '\0')
      return normal_path(std::filesystem::path(folder).generic_string());
  }
  return {};
}

// By the calendar of UTC, so that all machines agree.
std::string today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day day(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

std::string current_folder() {
  std::error_code error;
  const std::string folder = std::filesystem::current_path(error).generic_string();
  return folder.empty() ? "/" : folder;
}

InputFiles::InputFiles(const InputOptions& options) {
  if (const std::string home = home_folder(); !home.empty()) {
    module_cache_.folder = join_path(home, ".bicep");
    cache_files_.emplace(std::vector<std::string>{module_cache_.folder});
    module_cache_.files = &*cache_files_;
  }
  if (std::find(options.paths.begin(), options.paths.end(), kStandardInput) ==
      options.paths.end()) {
    return;
  }
  const Limits limits;
  const bool is_json = ends_with_ignoring_case(options.stdin_name, ".json");
  overlay_.emplace(disk_, options.stdin_name,
                   read_standard_input(is_json ? limits.plan_file_size : limits.source_file_size));
}

FileSystem& InputFiles::files() {
  if (overlay_) return *overlay_;
  return disk_;
}

RunRequest run_request(const InputOptions& options, const InputFiles& input) {
  RunRequest request;
  request.paths = options.paths;
  std::replace(request.paths.begin(), request.paths.end(), std::string(kStandardInput),
               options.stdin_name);
  request.parameter_files = options.parameter_files;
  request.parameters = options.parameters;
  request.configuration_file = options.configuration_file;
  request.working_folder = current_folder();
  request.today = today();
  request.rule_folders = options.rule_folders;
  request.source_root = options.source_root;
  request.module_cache = input.module_cache();
  return request;
}

}  // namespace exr
