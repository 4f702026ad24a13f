#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/configuration.h"
#include "app/explain.h"
#include "app/rule_loading.h"
#include "app/rule_tests.h"
#include "app/selection.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "findings/problem_line.h"

namespace exr {

namespace {

constexpr std::size_t kPageWidth = 100;

// The built-in rules and those of the configuration and the options; each problem with them is one
// line on standard error.
struct LoadedRules {
  RuleSet rules;
  bool complete = true;
};

LoadedRules load_all_rules(const InputOptions& options) {
  DiskFileSystem disk;
  SourceMap sources;
  Problems problems;
  const Configuration configuration =
      chosen_configuration({options.configuration_file, current_folder()}, disk, sources, problems);
  LoadedRules loaded;
  loaded.rules = all_rules(configuration, options.rule_folders, disk, sources, problems);
  loaded.complete = std::none_of(problems.begin(), problems.end(), [](const Problem& problem) {
    return problem.severity() == Severity::Error;
  });
  for (const Problem& problem : problems) complain(problem_line(problem, sources));
  return loaded;
}

int print_or_fail(const std::string& text, int code) {
  if (print(text)) return code;
  complain("standard output cannot be written");
  return kExitUsage;
}

}  // namespace

int run_explain(const ExplainOptions& options) {
  const LoadedRules loaded = load_all_rules(options.input);
  const Rule* rule = find_rule_by_any_name(loaded.rules, options.rule);
  if (rule == nullptr) {
    const std::string_view near = nearest_rule(loaded.rules, options.rule);
    complain(fmt::format("no rule is called `{}`{}", options.rule,
                         near.empty() ? "; `exrlint rules list` lists all"
                                      : fmt::format(", did you mean `{}`?", near)));
    return kExitUsage;
  }
  const std::uint32_t terminal = terminal_width();
  const std::size_t width = terminal == 0 || terminal > kPageWidth ? kPageWidth : terminal;
  return print_or_fail(explain(*rule, width), loaded.complete ? 0 : kExitUsage);
}

int run_rule_list(const RuleListOptions& options) {
  const LoadedRules loaded = load_all_rules(options.input);
  return print_or_fail(rule_list(loaded.rules), loaded.complete ? 0 : kExitUsage);
}

int run_rule_test(const RuleTestOptions& options) {
  DiskFileSystem disk;
  const RuleTestRequest request{.folder = options.folder,
                                .rule_folders = options.input.rule_folders,
                                .configuration_file = options.input.configuration_file,
                                .working_folder = current_folder()};
  const RuleTestOutcome outcome = test_rules(request, disk);
  std::string text;
  for (const std::string& failure : outcome.failures) text += failure + "\n";
  text += fmt::format("{} fixture{}, {} failure{}\n", outcome.cases, outcome.cases == 1 ? "" : "s",
                      outcome.failures.size(), outcome.failures.size() == 1 ? "" : "s");
  return print_or_fail(text, outcome.failures.empty() ? 0 : 1);
}

}  // namespace exr
