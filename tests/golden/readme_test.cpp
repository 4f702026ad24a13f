#include <gtest/gtest.h>

#include <vector>

#include "golden/fixture_tree.h"
#include "golden/process.h"
#include "support/text.h"

// What the README shows is what the program says. A block that begins with `$ ./exrlint ARGUMENTS`
// holds lines of its output in order; `...` stands for lines that are left out.

namespace exr {
namespace {

struct ShownRun {
  std::vector<std::string> arguments;
  std::vector<std::string> lines;
};

std::vector<ShownRun> shown_runs() {
  constexpr std::string_view kPrompt = "$ ./exrlint ";
  std::vector<ShownRun> runs;
  bool in_run = false;
  const std::string text = fixture_text("README.md");
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with(kPrompt)) {
      in_run = true;
      runs.emplace_back();
      for (const std::string_view word : split(line.substr(kPrompt.size()), ' ')) {
        runs.back().arguments.emplace_back(word);
      }
    } else if (line.starts_with("```")) {
      in_run = false;
    } else if (in_run) {
      runs.back().lines.emplace_back(line);
    }
  }
  return runs;
}

// A run's time is never the same.
std::string without_time(const std::string& line) {
  return line.ends_with(" ms") ? line.substr(0, line.rfind(", ")) : line;
}

// The first line of `shown` that does not follow in `output`; empty if all do.
std::string first_missing(const std::vector<std::string>& shown, const std::string& output) {
  const std::vector<std::string_view> lines = split(output, '\n');
  std::size_t at = 0;
  for (const std::string& line : shown) {
    if (line == "...") continue;
    while (at < lines.size() && without_time(std::string(lines[at])) != without_time(line)) ++at;
    if (at == lines.size()) return line;
    ++at;
  }
  return {};
}

TEST(Readme, first_missing_line_is_named) {
  EXPECT_EQ(first_missing({"a", "...", "c, 5 ms"}, "a\nb\nc, 7 ms\n"), "");
  EXPECT_EQ(first_missing({"c", "a"}, "a\nb\nc\n"), "a");
}

TEST(Readme, shows_what_the_program_says) {
  enter_source_tree();
  const std::vector<ShownRun> runs = shown_runs();
  ASSERT_FALSE(runs.empty());
  for (const ShownRun& run : runs) {
    const ProcessResult result = run_exrlint(run.arguments, EXRLINT_SOURCE_DIR);
    EXPECT_EQ(first_missing(run.lines, result.out), "") << joined_lines(run.arguments);
  }
}

}  // namespace
}  // namespace exr
