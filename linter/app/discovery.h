#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "app/configuration.h"
#include "findings/problem.h"
#include "source/file_system.h"
#include "source/source_map.h"

namespace exr {

/// A file to lint.
struct InputFile {
  enum class Origin : std::uint8_t {
    /// The command line names it: it is linted by itself.
    Named,
    /// It lies in a folder: another file of the run may cover it.
    Found,
    /// `--params` names it: the template that it is for is linted with it only.
    Parameters,
  };
  std::string path;
  Origin origin = Origin::Named;
};

/// Files that share one configuration. They are read, linked and judged together.
struct Project {
  Configuration configuration;
  std::vector<InputFile> files;
};

/// What a run is about.
struct Inputs {
  std::deque<Project> projects;
  /// Of the first input; SARIF's paths count from it. A shown path.
  std::string root = ".";
};

/// Where to look.
struct DiscoveryRequest {
  /// Files and folders; empty: the working folder, unless there are parameter files.
  std::vector<std::string> paths;
  /// Parameter files that a front end reads (`--params`).
  std::vector<std::string> parameter_files;
  /// Empty: looked up from each file.
  std::string configuration_file;
  /// Absolute.
  std::string working_folder;
  /// May be read as well; empty: nothing more.
  std::string source_root;
  /// What counts as the project root instead of what would be found: no configuration is looked up
  /// above it. Empty: it is found.
  std::string root;
};

/// Finds the files of a run: those that are named, and those below named folders that a front end
/// reads, without what `.gitignore` files and `exclude` leave out, hidden folders, and what links
/// lead to. From here on only project roots and what is named may be read. What is not there, and a
/// folder without input, is an UnreadableFile.
Inputs discover(const DiscoveryRequest& request, FileSystem& files, SourceMap& sources,
                Problems& problems);

}  // namespace exr
