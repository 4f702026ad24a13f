#pragma once

#include <string>
#include <vector>

#include "app/marks.h"
#include "findings/report.h"
#include "source/file_system.h"

namespace exr {

/// The files of a fixture by their paths, with the marks in each.
struct MarkedFile {
  std::string path;
  std::vector<Mark> marks;
};

/// A fixture file, or all files below a fixture folder, with their marks.
std::vector<MarkedFile> marked_files(const FileSystem& files, const std::string& path);

/// Where a finished report and the marks differ, one line each: what is marked and was not found,
/// and what was found without a mark. Empty if they agree.
std::vector<std::string> differences(const Report& report, const std::vector<MarkedFile>& files);

}  // namespace exr
