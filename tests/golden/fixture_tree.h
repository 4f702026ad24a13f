#pragma once

#include <string>
#include <vector>

#include "source/file_system.h"

namespace exr {

/// Where the suites work: paths in fixtures count from the root of the source tree, which becomes
/// the working folder.
std::string enter_source_tree();

/// What lies directly in a folder of the source tree, sorted: `fixtures/problems/a.bicep`. Empty if
/// the folder is not there.
std::vector<std::string> entries_of(const std::string& folder);

/// A fixture's path as the name of a test: letters, digits and `_`.
std::string test_name(const std::string& path);

/// The bytes of a file of the source tree; empty if it is not there.
std::string fixture_text(const std::string& path);

/// Compares with a golden file. With EXRLINT_UPDATE_GOLDEN=1 in the environment it is written
/// instead.
void expect_golden(const std::string& actual, const std::string& path);

/// Lines for a failure message.
std::string joined_lines(const std::vector<std::string>& lines);

}  // namespace exr
