#include <gtest/gtest.h>

#include <ostream>

#include "app/rule_tests.h"
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

}  // namespace
}  // namespace exr
