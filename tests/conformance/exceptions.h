#pragma once

#include <map>
#include <set>
#include <string>

namespace conformance {

/// The cases of a suite that cannot or must not hold, each with its reason: a file of two columns
/// beside the suite. A case that is listed and holds nevertheless, and one that does not exist,
/// make the test fail.
class Exceptions {
 public:
  /// `file` is the name of the file in tests/conformance.
  explicit Exceptions(const std::string& file);

  /// Why a case is excepted, null if it is not. Marks it as met.
  const std::string* find(const std::string& name);
  /// Those that were never asked for, one a line.
  std::string unmet() const;

 private:
  std::map<std::string, std::string> reasons_;
  std::set<std::string> met_;
};

}  // namespace conformance
