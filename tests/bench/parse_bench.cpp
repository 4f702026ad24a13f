// Bicep text to a syntax tree, and to a lowered template, beside the time to look at each byte
// once.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/benchmarks.h"
#include "bench/instructions.h"
#include "bench/reading_time.h"
#include "bench/timing.h"
#include "frontends/bicep/loader.h"
#include "syntax/bicep_parser.h"

namespace bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongText = 1'000'000;

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_wholly_read(const std::string& text) {
  return !ts_node_has_error(ts_tree_root_node(exr::parse_text(text).get()));
}

// The fixtures without syntax errors one after another, again and again up to the length.
std::string joined_fixtures() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(EXRLINT_SOURCE_DIR "/fixtures")) {
    if (entry.path().extension() == ".bicep") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::string once;
  for (const fs::path& path : paths) {
    const std::string text = file_text(path);
    if (is_wholly_read(text)) once += text + "\n";
  }
  std::string text;
  while (!once.empty() && text.size() < kLongText) text += once;
  return text;
}

std::string circuit() { return file_text(EXRLINT_SOURCE_DIR "/fixtures/bench/circuit.bicep"); }

std::string label(const std::string& text, double seconds, std::optional<std::uint64_t> count) {
  const auto size = static_cast<double>(text.size());
  char instructions[64] = "instructions cannot be counted here";
  if (count) {
    std::snprintf(instructions, sizeof instructions, "%.1f instructions a byte",
                  static_cast<double>(*count) / size);
  }
  char all[128];
  std::snprintf(all, sizeof all, "%.2f MB/s, %s", size / seconds / 1e6, instructions);
  return all;
}

template <typename Action>
void measure(benchmark::State& state, const std::string& text, const Action& action) {
  if (text.empty()) {
    state.SkipWithError("there is nothing to read");
    return;
  }
  std::vector<double> times;
  for (auto _ : state) {
    times.push_back(seconds_of(action));
    state.SetIterationTime(times.back());
  }
  double all = 0;
  for (const double time : times) all += time;
  InstructionCounter counter;
  counter.start();
  action();
  const auto count = counter.stop();
  state.counters["yardstick"] = seconds_to_read(text);
  state.SetLabel(label(text, all / static_cast<double>(times.size()), count));
}

void parse(benchmark::State& state, const std::string& text) {
  measure(state, text, [&] { exr::parse_text(text); });
}

void load(benchmark::State& state, const std::string& text) {
  exr::MemoryFileSystem files;
  files.write("main.bicep", text);
  const exr::Limits limits;
  measure(state, text, [&] {
    exr::SourceMap sources;
    exr::TemplateLibrary library;
    exr::Problems problems;
    exr::load_bicep("main.bicep", {files, sources, limits, library, problems});
  });
}

using Text = std::string (*)();

// The text is made when the benchmark begins: those before it run in a small process.
void add(const std::string& name, void (*run)(benchmark::State&, const std::string&), Text text) {
  benchmark::RegisterBenchmark(name.c_str(),
                               [run, text](benchmark::State& state) { run(state, text()); })
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

void register_parsing() {
  add("parse circuit.bicep", parse, circuit);
  add("parse all fixtures", parse, joined_fixtures);
  add("parse and lower circuit.bicep", load, circuit);
}

}  // namespace bench
