#include "app/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/configuration.h"
#include "app/expectations.h"
#include "app/explain.h"
#include "app/folders.h"
#include "app/frontends.h"
#include "app/rule_loading.h"
#include "app/run.h"
#include "findings/problem_line.h"
#include "policy/pack.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::array<std::string_view, 3> kClasses = {"bad", "good", "unknown"};

std::string_view class_of(const std::string& fixture) {
  const std::string name = file_name(fixture);
  for (const std::string_view candidate : kClasses) {
    if (name.starts_with(candidate)) return candidate;
  }
  return {};
}

std::size_t count(const std::vector<MarkedFile>& files, MarkKind kind) {
  std::size_t marks = 0;
  for (const MarkedFile& file : files) {
    marks += static_cast<std::size_t>(std::count_if(
        file.marks.begin(), file.marks.end(), [&](const Mark& mark) { return mark.kind == kind; }));
  }
  return marks;
}

// What the name of a fixture promises and its marks do not hold.
std::string broken_promise(const std::string& fixture, const std::vector<MarkedFile>& files) {
  const std::string_view fixture_class = class_of(fixture);
  const std::size_t failed = count(files, MarkKind::Failed);
  const std::size_t open = count(files, MarkKind::Open);
  if (fixture_class == "bad" && failed == 0) return "has no `expect:` mark, which a bad one needs";
  if (fixture_class == "good" && failed + open > 0) return "has a mark, which a good one must not";
  if (fixture_class == "unknown" && open == 0) {
    return "has no `expect-open:` mark, which an unknown one needs";
  }
  return {};
}

// The rules that fixtures may be about, and those of them that must have some.
struct RulesUnderTest {
  RuleSet all;
  std::vector<std::string> own;
  // those of the configuration and the command line
  std::vector<std::string> folders;
};

RulesUnderTest rules_under_test(const RuleTestRequest& request, FileSystem& files,
                                std::vector<std::string>& failures) {
  SourceMap sources;
  Problems problems;
  const Configuration configuration = chosen_configuration(
      {request.configuration_file, request.working_folder}, files, sources, problems);
  RulesUnderTest rules;
  for (const NamedPath& named : configuration.rule_paths) rules.folders.push_back(named.path);
  rules.folders.insert(rules.folders.end(), request.rule_folders.begin(),
                       request.rule_folders.end());
  rules.all = all_rules(configuration, request.rule_folders, files, sources, problems);
  const RuleSet built_in = decode_pack(embedded_pack());
  for (const auto& rule : rules.all.rules) {
    if (built_in.find_rule(rule->facts.id) == nullptr) rules.own.push_back(rule->facts.id);
  }
  for (const Problem& problem : problems) {
    if (problem.severity() == Severity::Error) failures.push_back(problem_line(problem, sources));
  }
  return rules;
}

class RuleTester {
 public:
  RuleTester(RuleTestRequest request, FileSystem& files)
      : request_(std::move(request)), files_(files) {}

  RuleTestOutcome run() {
    const RulesUnderTest rules = rules_under_test(request_, files_, outcome_.failures);
    request_.rule_folders = rules.folders;
    files_.allow(request_.folder);
    std::vector<std::string> tested;
    for (const DirectoryEntry& entry : files_.list(request_.folder)) {
      if (!entry.is_directory || entry.name.starts_with('.')) continue;
      if (rules.all.find_rule(to_upper(entry.name)) == nullptr) {
        fail(join_path(request_.folder, entry.name), "no rule has this ID");
        continue;
      }
      test_rule(to_upper(entry.name), join_path(request_.folder, entry.name));
      tested.push_back(to_upper(entry.name));
    }
    for (const std::string& id : rules.own) {
      if (std::find(tested.begin(), tested.end(), id) == tested.end()) {
        fail(request_.folder, "there is no folder `" + id + "` with fixtures");
      }
    }
    if (outcome_.cases == 0) fail(request_.folder, "there is no fixture");
    return std::move(outcome_);
  }

 private:
  void fail(const std::string& path, const std::string& message) {
    outcome_.failures.push_back(path + ": " + message);
  }

  void test_rule(const std::string& id, const std::string& folder) {
    const std::vector<std::string> fixtures = rule_fixtures(files_, folder);
    for (const std::string_view wanted : kClasses) {
      const bool is_there =
          std::any_of(fixtures.begin(), fixtures.end(),
                      [&](const std::string& fixture) { return class_of(fixture) == wanted; });
      if (!is_there) fail(folder, fmt::format("there is no `{}*`", wanted));
    }
    for (const std::string& fixture : fixtures) {
      ++outcome_.cases;
      const auto wrong = test_rule_fixture(request_, id, fixture, files_);
      outcome_.failures.insert(outcome_.failures.end(), wrong.begin(), wrong.end());
    }
  }

  RuleTestRequest request_;
  FileSystem& files_;
  RuleTestOutcome outcome_;
};

}  // namespace

std::vector<std::string> rule_fixtures(const FileSystem& files, const std::string& folder) {
  std::vector<std::string> fixtures;
  for (const DirectoryEntry& entry : files.list(folder)) {
    if (class_of(entry.name).empty()) continue;
    if (entry.is_directory || find_frontend(entry.name) != nullptr) {
      fixtures.push_back(join_path(folder, entry.name));
    }
  }
  return fixtures;
}

std::vector<std::string> test_rule_fixture(const RuleTestRequest& request, const std::string& rule,
                                           const std::string& fixture, FileSystem& files) {
  RunRequest run;
  run.paths = {fixture};
  run.working_folder = request.working_folder;
  run.root = parent_folder(fixture);
  run.rule_folders = request.rule_folders;
  run.rules.selected = {rule};
  SourceMap sources;
  const Report report = lint(run, files, sources);
  const std::vector<MarkedFile> marked = marked_files(files, fixture);
  std::vector<std::string> wrong = differences(report, marked);
  if (const std::string promise = broken_promise(fixture, marked); !promise.empty()) {
    wrong.push_back(fixture + ": " + promise);
  }
  return wrong;
}

RuleTestOutcome test_rules(const RuleTestRequest& request, FileSystem& files) {
  return RuleTester(request, files).run();
}

}  // namespace exr
