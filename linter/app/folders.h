#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace exr {

/// A path as it is shown: relative to the working folder where it lies below it, else as it was
/// given; always normal.
std::string shown_path(std::string_view path, std::string_view working_folder);

/// An absolute, normal path. `working_folder` is absolute.
std::string absolute_path(std::string_view path, std::string_view working_folder);

/// A folder and those that it lies in, up to the root of the disk, as shown paths: `a/b`, `a`, `.`,
/// `..`.
std::vector<std::string> folders_upward(const std::string& folder, std::string_view working_folder);

/// Whether an absolute path is a folder or lies below it.
bool lies_in(std::string_view path, std::string_view folder);
/// The part of an absolute path below a folder in which it lies; empty for the folder itself.
std::string path_below(std::string_view path, std::string_view folder);

/// The folder that holds everything that belongs to an input in `folder`: the nearest upwards with
/// `.git`, else the nearest with a configuration, else the working folder if the input lies in it,
/// else `folder` itself. A shown path.
std::string project_root(const FileSystem& files, const std::string& folder,
                         std::string_view working_folder);

}  // namespace exr
