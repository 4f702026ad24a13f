#include "findings/report.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

Span span_in(FileId file, std::uint32_t begin) {
  return {.file = file, .begin = begin, .end = begin + 1};
}

class ReportTest : public ::testing::Test {
 protected:
  Finding& add(FileId file, std::uint32_t begin, const std::string& rule) {
    report_.findings.push_back({.rule = rule, .message = "wrong", .span = span_in(file, begin)});
    return report_.findings.back();
  }

  SourceMap sources_;
  FileId second_ = sources_.add("b.bicep", "0123456789");
  FileId first_ = sources_.add("a.bicep", "0123456789");
  Report report_{.sources = &sources_};
};

TEST_F(ReportTest, SortsByPathPlaceAndRule) {
  add(second_, 0, "EXR1");
  add(first_, 5, "EXR2");
  add(first_, 5, "EXR1");
  add(first_, 2, "EXR9");
  report_.problems = {
      {.message = "in b", .span = span_in(second_, 0)},
      {.kind = ProblemKind::UnreadableFile, .message = "missing", .path = "aa.bicep"},
      {.message = "in a", .span = span_in(first_, 0)}};
  report_.rules = {{.id = "EXR2"}, {.id = "EXR1"}};
  finish(report_);
  std::string order;
  for (const Finding& finding : report_.findings) {
    order += sources_.file(finding.span.file).path().substr(0, 1) +
             std::to_string(finding.span.begin) + finding.rule + " ";
  }
  EXPECT_EQ(order, "a2EXR9 a5EXR1 a5EXR2 b0EXR1 ");
  ASSERT_EQ(report_.problems.size(), 3U);
  EXPECT_EQ(report_.problems[0].message, "in a");
  EXPECT_EQ(report_.problems[1].message, "missing");
  EXPECT_EQ(report_.problems[2].message, "in b");
  EXPECT_EQ(report_.rules.front().id, "EXR1");
}

TEST_F(ReportTest, KeepsOneOfAFindingThatIsToldTwice) {
  add(first_, 1, "EXR1").outcome = Outcome::Open;
  add(first_, 1, "EXR1");
  add(first_, 1, "EXR1").suppression = Suppression{};
  add(first_, 1, "EXR1").message = "wrong otherwise";
  report_.problems = {{.message = "odd"}, {.message = "odd"}};
  finish(report_);
  ASSERT_EQ(report_.findings.size(), 2U);
  EXPECT_TRUE(counts(report_.findings[0]));
  EXPECT_EQ(report_.findings[1].message, "wrong otherwise");
  EXPECT_EQ(report_.problems.size(), 1U);
}

TEST_F(ReportTest, CountsWhatIsNeitherHiddenNorOpen) {
  add(first_, 1, "EXR1").severity = Severity::Error;
  add(first_, 2, "EXR1").severity = Severity::Warning;
  add(first_, 3, "EXR1").severity = Severity::Note;
  add(first_, 4, "EXR1").outcome = Outcome::Open;
  add(first_, 5, "EXR1").suppression = Suppression{};
  add(first_, 6, "EXR1");
  finish(report_);
  EXPECT_EQ(report_.summary.errors, 1U);
  EXPECT_EQ(report_.summary.warnings, 2U);
  EXPECT_EQ(report_.summary.notes, 1U);
  EXPECT_EQ(report_.summary.open, 1U);
  EXPECT_EQ(report_.summary.suppressed, 1U);
  report_.findings.back().baselined = true;
  count_results(report_);
  EXPECT_EQ(report_.summary.warnings, 1U);
  EXPECT_EQ(report_.summary.baselined, 1U);
  EXPECT_FALSE(counts(report_.findings.back()));
  EXPECT_FALSE(counts(report_.findings[3]));
}

TEST_F(ReportTest, GivesEveryFindingItsOwnFingerprint) {
  add(first_, 1, "EXR1").message = "one";
  add(first_, 1, "EXR1").message = "two";
  finish(report_);
  EXPECT_EQ(report_.findings[1].fingerprint, report_.findings[0].fingerprint + ":2");
}

TEST_F(ReportTest, FingerprintsDoNotDependOnTheWorkingFolder) {
  const FileId from_root = sources_.add("infra/a.bicep", "0123456789");
  add(from_root, 1, "EXR1");
  finish(report_);
  Report below{.sources = &sources_, .working_folder = "infra"};
  below.findings.push_back({.rule = "EXR1", .message = "wrong", .span = span_in(first_, 1)});
  finish(below);
  EXPECT_EQ(below.findings[0].fingerprint, report_.findings[0].fingerprint);
}

TEST(RootPath, JoinsTheWorkingFolderAndThePath) {
  const Report report{.working_folder = "infra/hub"};
  EXPECT_EQ(report.root_path("main.bicep"), "infra/hub/main.bicep");
  EXPECT_EQ(report.root_path("../main.bicep"), "infra/main.bicep");
  EXPECT_EQ(report.root_path("/elsewhere/main.bicep"), "/elsewhere/main.bicep");
  EXPECT_EQ(report.root_path("../../../main.bicep"), "../main.bicep");
  EXPECT_EQ(Report{}.root_path("./main.bicep"), "main.bicep");
}

TEST(ProblemKinds, AreFoundByTheirNumber) {
  for (const ProblemKindFacts& facts : kProblemKinds)
    EXPECT_EQ(facts_of(facts.kind).name, facts.name);
}

TEST(Severities, AreReadByTheNamesThatTheyPrint) {
  for (const Severity severity : {Severity::Note, Severity::Warning, Severity::Error}) {
    EXPECT_EQ(find_severity(severity_name(severity)), severity);
  }
  EXPECT_FALSE(find_severity("fatal"));
}

}  // namespace
}  // namespace exr
