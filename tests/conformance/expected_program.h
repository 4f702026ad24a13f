#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "value/value.h"

namespace conformance {

/// What one program of `eval-programs` is expected to give at a JSON path.
struct Assertion {
  std::string path;
  exr::Value expected;
  /// Nothing is to be there.
  bool absent = false;
};

/// A folder of `eval-programs`.
struct ExpectedProgram {
  /// The folder's name.
  std::string name;
  std::filesystem::path file;
  /// Its values come from what the test's own code answers for Azure.
  bool needs_mock = false;
  std::vector<Assertion> assertions;
};

/// The programs of `eval-programs/<kind>`, sorted by name.
std::vector<ExpectedProgram> read_expected_programs(const std::filesystem::path& corpus,
                                                    const std::string& kind);

}  // namespace conformance
