// A whole process from its start to its end, as a commit hook or an editor pays for it.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/process_run.h"
#include "bench/timing.h"

namespace bench {

namespace {

constexpr int kRuns = 41;

std::string memory_text(double peak, double peak_of_empty) {
  char text[64];
  // the kernel counts what the parent held before the child's own program was loaded
  const bool is_own = peak > peak_of_empty * 1.05;
  std::snprintf(text, sizeof text, is_own ? "%.1f MiB peak" : "at most %.1f MiB peak", peak);
  return text;
}

// Both in turns, so that a busy moment hits both.
void cold_start(benchmark::State& state, const std::vector<std::string>& command) {
  for (auto _ : state) {
    std::vector<double> times;
    std::vector<double> empty_times;
    double peak = 0;
    double peak_of_empty = 0;
    for (int i = 0; i < kRuns; ++i) {
      const auto empty = run_process({EXRLINT_EMPTY_PROCESS});
      const auto ended = run_process(command);
      if (!empty || !ended || ended->exit_code > 1) {
        state.SkipWithError("the program could not be run, or it ended with an error");
        return;
      }
      empty_times.push_back(empty->seconds);
      times.push_back(ended->seconds);
      peak = std::max(peak, ended->peak_mib);
      peak_of_empty = std::max(peak_of_empty, empty->peak_mib);
    }
    const double time = median(times);
    const double empty_time = median(empty_times);
    state.SetIterationTime(time);
    state.counters["yardstick"] = empty_time;
    char over[64];
    std::snprintf(over, sizeof over, "%.2f ms over an empty process, ", (time - empty_time) * 1e3);
    state.SetLabel(over + memory_text(peak, peak_of_empty));
  }
}

}  // namespace

void register_cold_start() {
  const std::vector<std::string> command = {EXRLINT_BINARY, "check",
                                            EXRLINT_SOURCE_DIR "/fixtures/bench/circuit.bicep"};
  benchmark::RegisterBenchmark("exrlint check circuit.bicep",
                               [command](benchmark::State& state) { cold_start(state, command); })
      ->Iterations(1)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace bench
