#include <gtest/gtest.h>

#include <set>

#include "app/expectations.h"
#include "app/run.h"
#include "golden/fixture_tree.h"

namespace exr {
namespace {

// Every input of fixtures/suppressions on a day of November 2026: of the rules that its marks name,
// exactly what is marked is found, left out or not.
class SuppressionFixture : public testing::TestWithParam<std::string> {};

TEST_P(SuppressionFixture, is_judged_as_marked) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.paths = {GetParam()};
  request.root = GetParam();
  request.today = "2026-11-26";
  DiskFileSystem disk;
  const std::vector<MarkedFile> marked = marked_files(disk, GetParam());
  std::set<std::string> rules;
  for (const MarkedFile& file : marked) {
    for (const Mark& mark : file.marks) rules.insert(mark.name);
  }
  request.rules.selected.assign(rules.begin(), rules.end());
  SourceMap sources;
  const Report report = lint(request, disk, sources);
  EXPECT_EQ(joined_lines(differences(report, marked)), "");
}

INSTANTIATE_TEST_SUITE_P(All, SuppressionFixture,
                         testing::ValuesIn(entries_of("fixtures/suppressions")),
                         [](const auto& one) { return test_name(one.param.substr(22)); });

}  // namespace
}  // namespace exr
