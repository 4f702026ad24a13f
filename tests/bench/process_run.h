#pragma once

#include <optional>
#include <string>
#include <vector>

namespace bench {

/// A process that ended by itself.
struct Ended {
  int exit_code = -1;
  double seconds = 0;
  /// Its peak of resident memory. The kernel counts what the parent held before the child's own
  /// program was loaded.
  double peak_mib = 0;
};

/// Runs a program without output; empty if it could not be run or was killed.
std::optional<Ended> run_process(const std::vector<std::string>& words);

}  // namespace bench
