#pragma once

#include <string>
#include <vector>

#include "source/file_system.h"

namespace exr {

/// `exrlint rules test`: which fixtures, by which rules.
struct RuleTestRequest {
  /// Holds a folder for each rule ID, with `bad*`, `good*` and `unknown*` files or folders in it.
  std::string folder;
  std::vector<std::string> rule_folders;
  /// For its `rulePaths`; empty: looked up from the working folder.
  std::string configuration_file;
  /// Absolute.
  std::string working_folder = "/";
};

/// What came of it.
struct RuleTestOutcome {
  std::size_t cases = 0;
  /// One line for each fixture, class or rule that is not as it should be.
  std::vector<std::string> failures;
};

/// Lints each fixture by its folder's rule alone and compares what was found with its marks. A rule
/// needs a bad, a good and an unknown fixture; a bad one needs an `expect`, an unknown one an
/// `expect-open`, a good one has none. Configurations count only inside a rule's folder.
RuleTestOutcome test_rules(const RuleTestRequest& request, FileSystem& files);

/// The same for one fixture: where its findings and marks differ.
std::vector<std::string> test_rule_fixture(const RuleTestRequest& request, const std::string& rule,
                                           const std::string& fixture, FileSystem& files);

/// The fixtures in the folder of one rule, sorted.
std::vector<std::string> rule_fixtures(const FileSystem& files, const std::string& folder);

}  // namespace exr
