// A large ARM template: read, lowered and expanded beside the time to look at each byte once, and a
// whole process with all rules.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/large_template.h"
#include "bench/process_run.h"
#include "bench/reading_time.h"
#include "bench/timing.h"
#include "frontends/arm/loader.h"
#include "template/deployment.h"

namespace bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSize = 4'000'000;
constexpr int kProcesses = 5;

// Gives the number of resources.
std::size_t expand_text(const exr::FileSystem& files) {
  const exr::Limits limits;
  exr::SourceMap sources;
  exr::TemplateLibrary library;
  exr::Problems problems;
  exr::ResourceGraph graph;
  const exr::ArmFile file = exr::load_arm("main.json", {.files = files,
                                                        .sources = sources,
                                                        .limits = limits,
                                                        .library = library,
                                                        .problems = problems});
  if (file.kind != exr::ArmFile::Kind::Template) return 0;
  exr::expand(library, {.target = file.id, .arguments = {}, .file = "main.json", .place = {}},
              limits, graph, problems);
  return problems.empty() ? graph.size() : 0;
}

void read_and_expand(benchmark::State& state) {
  const std::string text = large_arm_template(kSize);
  exr::MemoryFileSystem files;
  files.write("main.json", text);
  std::size_t resources = 0;
  for (auto _ : state) {
    state.SetIterationTime(seconds_of([&] { resources = expand_text(files); }));
  }
  if (resources == 0) {
    state.SkipWithError("the template has problems");
    return;
  }
  state.counters["yardstick"] = seconds_to_read(text);
  state.SetLabel(std::to_string(resources) + " resources");
}

void check_in_a_process(benchmark::State& state) {
  const fs::path path =
      fs::temp_directory_path() / ("exrlint-" + std::to_string(getpid()) + ".json");
  const std::string text = large_arm_template(kSize);
  std::ofstream(path, std::ios::binary) << text;
  std::vector<double> times;
  std::vector<double> empty_times;
  double peak = 0;
  for (auto _ : state) {
    for (int i = 0; i < kProcesses; ++i) {
      const auto empty = run_process({EXRLINT_EMPTY_PROCESS});
      const auto ended = run_process({EXRLINT_BINARY, "check", path.string()});
      if (!empty || !ended || ended->exit_code > 1) {
        state.SkipWithError("the program could not be run, or it ended with an error");
        break;
      }
      empty_times.push_back(empty->seconds);
      times.push_back(ended->seconds);
      peak = ended->peak_mib;
    }
    if (!times.empty()) state.SetIterationTime(median(times));
  }
  std::error_code ignored;
  fs::remove(path, ignored);
  if (times.empty()) return;
  state.counters["yardstick"] = median(std::move(empty_times));
  char label[64];
  std::snprintf(label, sizeof label, "%.1f MiB peak, %.1f times the file", peak,
                peak * 1024 * 1024 / static_cast<double>(text.size()));
  state.SetLabel(label);
}

}  // namespace

void register_large_template() {
  benchmark::RegisterBenchmark("exrlint check, 4 MB of ARM JSON", check_in_a_process)
      ->Iterations(1)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("read and expand 4 MB of ARM JSON", read_and_expand)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace bench
