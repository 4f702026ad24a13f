#include <gtest/gtest.h>

#include <ostream>
#include <set>

#include "app/rule_tests.h"
#include "app/run.h"
#include "golden/fixture_tree.h"

namespace exr {
namespace {

struct RuleFixture {
  std::string rule;
  std::string path;
};

void PrintTo(const RuleFixture& fixture, std::ostream* stream) { *stream << fixture.path; }

std::vector<RuleFixture> all_rule_fixtures() {
  std::vector<RuleFixture> fixtures;
  for (const std::string& folder : entries_of("fixtures/rules")) {
    for (const std::string& path : entries_of(folder)) {
      if (!path.ends_with(".bicepparam")) fixtures.push_back({file_name(folder), path});
    }
  }
  return fixtures;
}

class RuleFixtures : public testing::TestWithParam<RuleFixture> {};

TEST_P(RuleFixtures, are_judged_as_marked) {
  RuleTestRequest request;
  request.working_folder = enter_source_tree();
  DiskFileSystem disk;
  const auto wrong = test_rule_fixture(request, GetParam().rule, GetParam().path, disk);
  EXPECT_EQ(joined_lines(wrong), "");
}

INSTANTIATE_TEST_SUITE_P(All, RuleFixtures, testing::ValuesIn(all_rule_fixtures()),
                         [](const auto& one) { return test_name(one.param.path.substr(15)); });

TEST(RuleFixtures, each_rule_has_all_classes) {
  RuleTestRequest request;
  request.working_folder = enter_source_tree();
  request.folder = "fixtures/rules";
  DiskFileSystem disk;
  const RuleTestOutcome outcome = test_rules(request, disk);
  EXPECT_EQ(joined_lines(outcome.failures), "");
  EXPECT_EQ(outcome.cases, all_rule_fixtures().size());
}

// What a rule says of a fixture, whatever language it is written in: a line for each resource.
std::string verdicts(const std::string& rule, const std::string& path) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.paths = {path};
  request.root = parent_folder(path);
  request.rules.selected = {rule};
  DiskFileSystem disk;
  SourceMap sources;
  std::set<std::string> lines;
  for (const Finding& finding : lint(request, disk, sources).findings) {
    lines.insert(std::string(finding.outcome == Outcome::Open ? "open " : "failed ") +
                 finding.subject.type + " " + finding.subject.name);
  }
  return joined_lines({lines.begin(), lines.end()});
}

constexpr std::string_view kTerraformTwin = "-terraform";

// `bad-terraform` holds the plan of what `bad.bicep` or the folder `bad` declares. Empty if there
// is none, as for what only a plan can show.
std::string bicep_twin(const std::string& path) {
  const std::string twin = path.substr(0, path.size() - kTerraformTwin.size());
  if (!fixture_text(twin + ".bicep").empty()) return twin + ".bicep";
  return entries_of(twin).empty() ? std::string() : twin;
}

std::vector<RuleFixture> terraform_twins() {
  std::vector<RuleFixture> twins;
  for (const RuleFixture& fixture : all_rule_fixtures()) {
    if (fixture.path.ends_with(kTerraformTwin) && !bicep_twin(fixture.path).empty())
      twins.push_back(fixture);
  }
  return twins;
}

class TerraformTwins : public testing::TestWithParam<RuleFixture> {};

TEST_P(TerraformTwins, are_judged_as_the_bicep_file) {
  const std::string& path = GetParam().path;
  EXPECT_EQ(verdicts(GetParam().rule, path), verdicts(GetParam().rule, bicep_twin(path)));
}

INSTANTIATE_TEST_SUITE_P(All, TerraformTwins, testing::ValuesIn(terraform_twins()),
                         [](const auto& one) { return test_name(one.param.path.substr(15)); });

TEST(TerraformTwins, each_rule_has_some_of_all_classes) {
  std::set<std::string> rules;
  std::set<std::string> classes;
  for (const RuleFixture& twin : terraform_twins()) {
    const std::string name = file_name(twin.path);
    classes.insert(twin.rule + " " + name.substr(0, name.find('-')));
  }
  for (const RuleFixture& fixture : all_rule_fixtures()) rules.insert(fixture.rule);
  for (const std::string& rule : rules) {
    for (const std::string wanted : {"bad", "good", "unknown"})
      EXPECT_TRUE(classes.contains(rule + " " + wanted)) << rule << ": " << wanted;
  }
}

}  // namespace
}  // namespace exr
