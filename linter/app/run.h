#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/parameter_texts.h"
#include "app/selection.h"
#include "findings/report.h"
#include "graph/resource_graph.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "template/module_stores.h"

namespace exr {

/// One run as the command line asks for it.
struct RunRequest {
  /// Files and folders; empty: the working folder.
  std::vector<std::string> paths;
  /// `--params`: `.bicepparam` or ARM parameter files.
  std::vector<std::string> parameter_files;
  /// `--param`.
  std::vector<ParameterText> parameters;
  /// Empty: looked up from each file.
  std::string configuration_file;
  /// Absolute. Relative paths count from it.
  std::string working_folder = "/";
  /// Takes the place of the project root; no configuration above it counts. Empty: it is found.
  std::string root;
  /// A day like `2026-11-26`, by which suppressions end. Empty: none does.
  std::string today;
  /// Further folders with rules.
  std::vector<std::string> rule_folders;
  RuleOptions rules;
  /// `--source-root`: where the `.tf` files of a plan lie. Empty: beside the plan, else in the
  /// working folder.
  std::string source_root;
  /// Where `bicep restore` of this user puts modules.
  UserModuleCache module_cache;
};

/// Lints: discovers, reads, expands, links, checks. The report is finished. What is wrong with the
/// configuration, an option or a file is in its problems.
Report lint(const RunRequest& request, FileSystem& files, SourceMap& sources);

/// The resource graph of a run, for printing.
struct GraphOutcome {
  ResourceGraph graph;
  Problems problems;
};

/// Reads, expands and links without checking. Inputs with several configurations have no one graph:
/// that is a Problem.
GraphOutcome read_graph(const RunRequest& request, FileSystem& files, SourceMap& sources);

/// From which severity on findings make the run fail.
enum class FailOn : std::uint8_t { Note, Warning, Error, Never };

/// What the process leaves with: 2 after a Problem of severity error, 1 after findings, else 0.
int exit_code(const Report& report, FailOn fail_on);

}  // namespace exr
