// A whole process from its start to its end, as a commit hook or an editor pays for it.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/timing.h"

namespace bench {

namespace {

constexpr int kRuns = 41;

struct Ended {
  int exit_code = -1;
  double seconds = 0;
  double peak_mib = 0;
};

std::optional<Ended> run_process(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  int failure = 0;
  Ended ended;
  ended.seconds = seconds_of([&] {
    failure = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    if (failure == 0 && wait4(child, &status, 0, &usage) != child) failure = -1;
  });
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0 || !WIFEXITED(status)) return std::nullopt;
  ended.exit_code = WEXITSTATUS(status);
  ended.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  return ended;
}

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
