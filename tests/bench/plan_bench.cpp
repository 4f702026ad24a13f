// Terraform plans: read, their values decoded, and checked by a whole process with all rules,
// beside the time that simdjson takes to parse the same text into its DOM.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/json_yardstick.h"
#include "bench/large_plan.h"
#include "bench/process_run.h"
#include "bench/timing.h"
#include "frontends/terraform/plan_reader.h"
#include "frontends/terraform/planned_value.h"
#include "source/source_map.h"

namespace bench {

namespace {

namespace fs = std::filesystem;

// 42 MB, and what the limits allow at most would be twice these circuits
constexpr std::size_t kResources = 8'704;
constexpr std::size_t kFlatCircuits = 100'000;
constexpr int kProcesses = 3;

using Text = std::string (*)();

std::string landing_zones() { return large_plan(kResources); }
std::string flat_circuits() { return flat_circuits_plan(kFlatCircuits); }

std::string label(std::size_t bytes, std::size_t resources) {
  return std::to_string(bytes / 1'000'000) + " MB, " + std::to_string(resources) + " resources";
}

// Calls `measured` with a plan that was read, and again and again; gives its seconds.
template <typename Action>
void measure(benchmark::State& state, Text text, const Action& action) {
  exr::SourceMap sources;
  const exr::FileId file = sources.add("plan.json", text());
  std::size_t resources = 0;
  for (auto _ : state) state.SetIterationTime(action(sources, file, resources));
  if (resources == 0) {
    state.SkipWithError("the plan has problems");
    return;
  }
  const std::string bytes(sources.file(file).text());
  state.counters["yardstick"] = seconds_to_parse_json(bytes);
  state.SetLabel(label(bytes.size(), resources));
}

std::optional<exr::Plan> read(const exr::SourceMap& sources, exr::FileId file) {
  exr::Problems problems;
  return exr::read_plan(sources.file(file), file, exr::Limits(), problems);
}

void read_plans(benchmark::State& state, Text text) {
  measure(state, text, [](const exr::SourceMap& sources, exr::FileId file, std::size_t& resources) {
    std::optional<exr::Plan> plan;
    const double seconds = seconds_of([&] { plan = read(sources, file); });
    resources = plan ? plan->resources.size() : 0;
    return seconds;
  });
}

void decode_values(benchmark::State& state, Text text) {
  measure(state, text, [](const exr::SourceMap& sources, exr::FileId file, std::size_t& resources) {
    const std::optional<exr::Plan> plan = read(sources, file);
    if (!plan) return 0.0;
    resources = plan->resources.size();
    return seconds_of([&] {
      exr::JsonNames names;
      for (const exr::PlannedResource& resource : plan->resources)
        exr::planned_value(resource, sources, exr::Limits(), names);
    });
  });
}

// The text of the plan is not held while the program runs: a child's peak begins with its parent's.
std::size_t write_plan(const fs::path& path, Text text) {
  const std::string bytes = text();
  std::ofstream(path, std::ios::binary) << bytes;
  return bytes.size();
}

double yardstick_of(Text text) { return seconds_to_parse_json(text()); }

void check_in_a_process(benchmark::State& state, Text text) {
  const fs::path path =
      fs::temp_directory_path() / ("exrlint-" + std::to_string(getpid()) + ".plan.json");
  const std::size_t size = write_plan(path, text);
  std::vector<double> times;
  double peak = 0;
  for (auto _ : state) {
    for (int i = 0; i < kProcesses; ++i) {
      // without what every circuit of the plan lacks: nearly all of the time would go into telling
      // it
      const auto ended =
          run_process({EXRLINT_BINARY, "check", "--ignore", "EXR601,EXR603", path.string()});
      if (!ended || ended->exit_code > 1) {
        state.SkipWithError("the program could not be run, or it ended with an error");
        break;
      }
      times.push_back(ended->seconds);
      peak = ended->peak_mib;
    }
    if (!times.empty()) state.SetIterationTime(median(times));
  }
  std::error_code ignored;
  fs::remove(path, ignored);
  if (times.empty()) return;
  state.counters["yardstick"] = yardstick_of(text);
  char text_of_peak[64];
  std::snprintf(text_of_peak, sizeof text_of_peak, "%.1f MiB peak, %.1f times the file", peak,
                peak * 1024 * 1024 / static_cast<double>(size));
  state.SetLabel(text_of_peak);
}

void add(const std::string& name, void (*run)(benchmark::State&, Text), Text text) {
  benchmark::RegisterBenchmark(name.c_str(),
                               [run, text](benchmark::State& state) { run(state, text); })
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

void add_process(const std::string& name, Text text) {
  benchmark::RegisterBenchmark(name.c_str(),
                               [text](benchmark::State& state) { check_in_a_process(state, text); })
      ->Iterations(1)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_plan_processes() {
  add_process("exrlint check, plan", landing_zones);
  add_process("exrlint check, 100,000 circuits", flat_circuits);
}

void register_plans() {
  add("read a plan", read_plans, landing_zones);
  add("read 100,000 circuits", read_plans, flat_circuits);
  add("decode a plan's values", decode_values, landing_zones);
  add("decode 100,000 circuits", decode_values, flat_circuits);
}

}  // namespace bench
