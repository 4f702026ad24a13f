#include <gtest/gtest.h>

#include "reporters/registry.h"

namespace exr {
namespace {

std::string sarif_of(const Report& report, const ReportOptions& options = {}) {
  return sarif_reporter().document(report, options);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// An upload without results closes old alerts, so the array must be there.
TEST(Sarif, WritesARunWithoutFindings) {
  const SourceMap sources;
  const std::string sarif = sarif_of({.sources = &sources});
  EXPECT_TRUE(contains(sarif, "\"results\": []\n"));
  EXPECT_TRUE(contains(sarif, "\"executionSuccessful\": true\n"));
  // its mere presence would switch off the category of an upload
  EXPECT_FALSE(contains(sarif, "automationDetails"));
  EXPECT_FALSE(contains(sarif, "versionControlProvenance"));
  EXPECT_FALSE(contains(sarif, "toolExecutionNotifications"));
}

TEST(Sarif, GivesPathsFromTheProjectRoot) {
  SourceMap sources;
  const FileId inside = sources.add("../main.bicep", "param a string\nparam b string\n");
  const FileId outside = sources.add("/elsewhere/main.bicep", "param a string\nparam b string\n");
  Report report{.sources = &sources, .working_folder = "infra/hub"};
  for (const FileId file : {inside, outside}) {
    report.findings.push_back(
        {.rule = "EXR1", .message = "odd", .span = {.file = file, .begin = 6, .end = 7}});
  }
  finish(report);
  const std::string sarif = sarif_of(report);
  EXPECT_TRUE(contains(sarif, R"({"uri": "infra/main.bicep", "uriBaseId": "%SRCROOT%"})"));
  EXPECT_TRUE(contains(sarif, R"({"uri": "file:///elsewhere/main.bicep"})"));
}

TEST(Sarif, WritesAFindingWithoutPlaceOrRule) {
  const SourceMap sources;
  Report report{.sources = &sources};
  report.findings = {{.rule = "EXR1", .message = "the graph is odd"}};
  finish(report);
  const std::string sarif = sarif_of(report);
  EXPECT_TRUE(contains(sarif, R"("text": "The graph is odd.")"));
  EXPECT_FALSE(contains(sarif, "ruleIndex"));
  EXPECT_FALSE(contains(sarif, "locations"));
  EXPECT_FALSE(contains(sarif, "primaryLocationLineHash"));
}

TEST(Sarif, LeavesOutWhatDoesNotCountUnlessAsked) {
  const SourceMap sources;
  Report report{.sources = &sources};
  report.findings = {
      {.rule = "EXR1", .outcome = Outcome::Open, .message = "open one"},
      {.rule = "EXR1", .message = "suppressed one", .suppression = Suppression{}},
      {.rule = "EXR1", .message = "baselined one", .baselined = true},
      {.rule = "EXR1", .outcome = Outcome::Open, .message = "both", .suppression = Suppression{}}};
  finish(report);
  const auto shows = [&](const SarifInclude& include, const std::string& message) {
    return contains(sarif_of(report, {.sarif_include = include}), message);
  };
  for (const char* message : {"Open one", "Suppressed one", "Baselined one", "Both"})
    EXPECT_FALSE(shows({}, message));
  EXPECT_TRUE(shows({.open = true}, "Open one"));
  EXPECT_TRUE(shows({.suppressed = true}, "Suppressed one"));
  EXPECT_TRUE(shows({.baselined = true}, "Baselined one"));
  EXPECT_FALSE(shows({.open = true}, "Both"));
  EXPECT_TRUE(shows({.open = true, .suppressed = true}, "Both"));
}

}  // namespace
}  // namespace exr
