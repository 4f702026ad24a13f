#include <gtest/gtest.h>

#include "reporters/registry.h"

namespace exr {
namespace {

std::string text_of(Report& report, const ReportOptions& options = {}) {
  finish(report);
  return text_reporter().document(report, options);
}

std::string last_line(const std::string& text) {
  const std::size_t end = text.rfind('\n', text.size() - 2);
  return end == std::string::npos ? text : text.substr(end + 1);
}

Finding finding(const std::string& message, Severity severity) {
  return {.rule = "EXR1", .severity = severity, .message = message};
}

TEST(TextSummary, CountsInWords) {
  const SourceMap sources;
  Report report{.summary = {.files = 1, .rules = 1, .milliseconds = 3}, .sources = &sources};
  EXPECT_EQ(text_of(report), "no findings, in 1 file, 1 rule, 3 ms\n");
  report.findings = {finding("a", Severity::Error)};
  EXPECT_EQ(last_line(text_of(report)), "1 finding (1 error), in 1 file, 1 rule, 3 ms\n");
  report.summary.files = 4;
  report.summary.rules = 118;
  report.findings = {finding("a", Severity::Error), finding("b", Severity::Warning),
                     finding("c", Severity::Warning), finding("d", Severity::Note)};
  report.findings.push_back(finding("e", Severity::Error));
  report.findings.back().outcome = Outcome::Open;
  report.problems = {{.message = "odd"}};
  EXPECT_EQ(
      last_line(text_of(report)),
      "4 findings (1 error, 2 warnings, 1 note), 1 problem, 1 open, in 4 files, 118 rules, 3 ms\n");
}

TEST(TextReporter, EscapesWhatHostileFilesHold) {
  SourceMap sources;
  const FileId file = sources.add("::error::\x1b.bicep", "param \x1b[31mx");
  Report report{.sources = &sources};
  report.findings = {{.rule = "EXR1",
                      .message = "name `\x1b[2J##vso[task]`\n::warning::x",
                      .fix = "one\n::error::two",
                      .span = {.file = file, .begin = 6, .end = 12},
                      .notes = {"\u202e"}}};
  const std::string text = text_of(report, {.color = false});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find("##vso["), std::string::npos);
  EXPECT_EQ(text.find("\n::"), std::string::npos);
  EXPECT_EQ(text.substr(0, 4), "./::");
  EXPECT_NE(text.find("= fix: one\n        ::error::two\n"), std::string::npos) << text;
}

TEST(TextReporter, ShowsAFewOfManyRelatedPlaces) {
  SourceMap sources;
  const FileId file = sources.add("a.bicep", "param x");
  Report report{.sources = &sources};
  report.findings = {finding("a", Severity::Error)};
  report.findings[0].related.resize(9, {"used by", {.file = file, .begin = 0, .end = 5}});
  EXPECT_NE(text_of(report).find("= used by a.bicep:1:1\n      = and 1 more place\n"),
            std::string::npos);
}

TEST(TextReporter, WidensTheGutterForLongLineNumbers) {
  SourceMap sources;
  const FileId file = sources.add("a.bicep", std::string(123'456, '\n') + "param x");
  Report report{.sources = &sources};
  report.findings = {finding("a", Severity::Error)};
  report.findings[0].span = {.file = file, .begin = 123'456, .end = 123'461};
  EXPECT_NE(text_of(report).find("\n123457 | param x\n       | ^^^^^\n       = exrlint"),
            std::string::npos);
}

TEST(Registry, FindsTheFormatsThatItLists) {
  for (const ReporterEntry& entry : reporters())
    EXPECT_EQ(find_reporter(entry.name), &entry.reporter);
  EXPECT_EQ(find_reporter("yaml"), nullptr);
}

}  // namespace
}  // namespace exr
