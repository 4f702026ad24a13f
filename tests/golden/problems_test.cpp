#include <gtest/gtest.h>

#include "app/expectations.h"
#include "app/run.h"
#include "golden/fixture_tree.h"

namespace exr {
namespace {

// Every input of fixtures/problems: exactly the problems and findings that are marked in it. A
// `*.parameters.json` in it is given by `--params`.
class ProblemFixture : public testing::TestWithParam<std::string> {};

TEST_P(ProblemFixture, is_told_as_marked) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.paths = {GetParam()};
  // nothing of the project's own configuration
  request.root = GetParam().ends_with(".bicep") ? parent_folder(GetParam()) : GetParam();
  DiskFileSystem disk;
  for (const DirectoryEntry& entry : disk.list(GetParam())) {
    if (entry.name.ends_with(".parameters.json"))
      request.parameter_files.push_back(GetParam() + "/" + entry.name);
  }
  SourceMap sources;
  const Report report = lint(request, disk, sources);
  std::vector<MarkedFile> marked = marked_files(disk, GetParam());
  std::vector<std::string> wrong;
  for (const std::string& line : differences(report, marked)) {
    // findings of other rules than the marked ones are no matter of this suite
    if (line.find("`expect: ") != std::string::npos && line.ends_with("is not marked")) continue;
    if (line.find("`expect-open: ") != std::string::npos && line.ends_with("is not marked"))
      continue;
    wrong.push_back(line);
  }
  EXPECT_EQ(joined_lines(wrong), "");
}

INSTANTIATE_TEST_SUITE_P(All, ProblemFixture, testing::ValuesIn(entries_of("fixtures/problems")),
                         [](const auto& one) { return test_name(one.param.substr(18)); });

}  // namespace
}  // namespace exr
