#include <gtest/gtest.h>

#include "golden/fixture_tree.h"
#include "golden/process.h"

// A plan holds keys in the clear, whatever it marks as sensitive. None may come out again.

namespace exr {
namespace {

const std::string kFolder = "fixtures/frontends/terraform/sensitive-values/";
// stands in each key of the fixture
constexpr std::string_view kKey = "is-a-defect";

void expect_no_key(const TemporaryFolder& folder) {
  for (const std::string format : {"text", "json", "sarif"}) {
    const ProcessResult result =
        run_exrlint({"check", "plan.json", "--format", format, "--show-open", "--show-suppressed"},
                    folder.path());
    EXPECT_NE(result.out.find("EXR803"), std::string::npos) << result.out << result.err;
    EXPECT_EQ((result.out + result.err).find(kKey), std::string::npos) << format << result.out;
  }
  const ProcessResult graph = run_exrlint({"graph", "plan.json"}, folder.path());
  EXPECT_NE(graph.out.find("con-headquarters"), std::string::npos) << graph.err;
  EXPECT_EQ((graph.out + graph.err).find(kKey), std::string::npos) << graph.out;
}

TEST(Secrets, of_a_plan_are_never_printed) {
  const TemporaryFolder folder;
  folder.write("plan.json", fixture_text(kFolder + "plan.json"));
  expect_no_key(folder);
}

TEST(Secrets, of_a_plan_are_never_printed_beside_its_sources) {
  const TemporaryFolder folder;
  folder.write("plan.json", fixture_text(kFolder + "plan.json"));
  folder.write("main.tf", fixture_text(kFolder + "main.tf"));
  expect_no_key(folder);
}

TEST(Secrets, are_in_the_plan) {
  EXPECT_NE(fixture_text(kFolder + "plan.json").find(kKey), std::string::npos);
}

}  // namespace
}  // namespace exr
