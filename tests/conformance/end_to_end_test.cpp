// Published end-to-end tests of ExpressRoute modules: each expands with all its local modules, and
// nothing is said against it but what registries hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "app/run.h"
#include "conformance/corpus.h"

namespace exr {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModules = "templates/Azure+bicep-registry-modules/avm/res/network/";

std::vector<fs::path> tests_of(const fs::path& corpus, const std::string& module) {
  std::vector<fs::path> tests;
  const fs::path folder = corpus / kModules / module / "tests/e2e";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    tests.push_back(entry.path() / "main.test.bicep");
  std::sort(tests.begin(), tests.end());
  return tests;
}

bool is_about_registry(const Problem& problem) {
  return problem.kind == ProblemKind::UnreadableModule &&
         problem.message.find("comes from a registry") != std::string::npos;
}

struct Verdict {
  std::map<std::string, int> findings;
  std::size_t registry_problems = 0;
  std::size_t resources = 0;
};

Verdict lint_test(const fs::path& path, const fs::path& root) {
  RunRequest request;
  request.paths = {path.generic_string()};
  request.root = root.generic_string();
  request.working_folder = fs::current_path().generic_string();
  // the module library's own pipeline replaces the token `#_namePrefix_#`, which is too long a name
  request.parameters = {{.name = "namePrefix", .text = "avmx"}};
  DiskFileSystem files;
  SourceMap sources;
  const Report report = lint(request, files, sources);
  Verdict outcome;
  outcome.resources = report.summary.resources;
  for (const Problem& problem : report.problems) {
    if (is_about_registry(problem))
      ++outcome.registry_problems;
    else
      ADD_FAILURE() << path << ": " << problem.message;
  }
  for (const Finding& finding : report.findings)
    ++outcome.findings[finding.rule + (finding.outcome == Outcome::Open ? "?" : "")];
  return outcome;
}

TEST(EndToEnd, ExpressRouteModulesExpandWithoutAProblemOfTheirOwn) {
  const auto corpus = conformance::find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  for (const std::string module : {"express-route-circuit", "connection"}) {
    for (const fs::path& test : tests_of(*corpus, module)) {
      const Verdict outcome = lint_test(test, *corpus);
      EXPECT_GT(outcome.resources, 0U) << test;
      std::cout << module << "/" << test.parent_path().filename().string() << ": "
                << outcome.resources << " resources, " << outcome.registry_problems
                << " registry modules not read, findings:";
      for (const auto& [rule, count] : outcome.findings) std::cout << " " << rule << "x" << count;
      std::cout << "\n";
    }
  }
}

}  // namespace
}  // namespace exr
