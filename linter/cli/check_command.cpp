#include <algorithm>
#include <string>

#include "app/folders.h"
#include "app/run.h"
#include "app/version_control.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "reporters/registry.h"

namespace exr {

namespace {

bool writes(const CheckOptions& options, std::string_view format) {
  return options.format == format ||
         std::any_of(options.outputs.begin(), options.outputs.end(),
                     [&](const OutputChoice& output) { return output.format == format; });
}

// Reads around the limits of a run: a worktree's git folder lies outside of it.
std::optional<VersionControl> version_control(const RunRequest& request) {
  const DiskFileSystem disk;
  const std::string first = request.paths.empty() ? "." : request.paths.front();
  const std::string folder = disk.is_directory(first) ? first : parent_folder(first);
  return find_version_control(disk, project_root(disk, folder, request.working_folder));
}

ReportOptions report_options(const CheckOptions& options, const RunRequest& request, int code) {
  ReportOptions reporting;
  reporting.show_open = options.show_open;
  reporting.show_suppressed = options.show_suppressed;
  reporting.quiet = options.quiet;
  reporting.sarif_include = options.sarif_include;
  reporting.exit_code = code;
  if (writes(options, "sarif")) reporting.version_control = version_control(request);
  return reporting;
}

const Reporter& reporter_of(const CheckOptions& options, const std::string& format) {
  return *find_reporter(format.empty() ? options.format : format);
}

// Whether a file takes the place of the terminal.
bool is_redirected(const CheckOptions& options) {
  return std::any_of(options.outputs.begin(), options.outputs.end(),
                     [](const OutputChoice& output) { return output.format.empty(); });
}

}  // namespace

int run_check(const CheckOptions& options) {
  InputFiles input(options.input);
  RunRequest request = run_request(options.input, input);
  request.rules = options.rules;
  SourceMap sources;
  const Report report = lint(request, input.files(), sources);
  int code = exit_code(report, options.fail_on);
  ReportOptions reporting = report_options(options, request, code);
  for (const OutputChoice& output : options.outputs) {
    const std::string document = reporter_of(options, output.format).document(report, reporting);
    if (const auto failure = write_output_file(output.path, document)) {
      complain(failure->message);
      code = kExitUsage;
    }
  }
  if (is_redirected(options)) return code;
  reporting.color = wants_color(options.color);
  reporting.width = terminal_width();
  if (!print(reporter_of(options, {}).document(report, reporting))) {
    complain("the report cannot be written to standard output");
    code = kExitUsage;
  }
  return code;
}

}  // namespace exr
