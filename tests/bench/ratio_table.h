#pragma once

#include <benchmark/benchmark.h>

#include <vector>

namespace bench {

/// Prints one line a benchmark: what was measured, what the yardstick of the same run took (counter
/// `yardstick`, in seconds), the ratio of both, and the label. Only ratios compare between
/// machines.
class RatioTable : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;
  bool any_failed() const { return any_failed_; }

 private:
  bool any_failed_ = false;
};

}  // namespace bench
