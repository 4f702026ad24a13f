#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "app/run.h"
#include "golden/fixture_tree.h"
#include "support/text.h"

namespace exr {
namespace {

// Ends with a slash.
using Project = std::string;
const Project kHub = "fixtures/projects/hub/";
const Project kVendored = "fixtures/projects/vendored/";
const Project kTerraformHub = "fixtures/projects/terraform-hub/";
const Project kTerraformVendored = "fixtures/projects/terraform-vendored/";

// One row of expected.tsv: where a rule fails, and where a module uses the value. Line 0: none.
using Row = std::tuple<std::string, std::string, std::uint32_t, std::string, std::uint32_t>;

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> lines;
  const std::string text = fixture_text(path);
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  return lines;
}

// The number of the line that `A >> B` names: the first one with B after the first one with A.
std::uint32_t line_named(const std::string& path, std::string_view way) {
  const std::vector<std::string> lines = lines_of(path);
  std::size_t at = 0;
  for (;;) {
    const std::size_t arrow = way.find(" >> ");
    const std::string wanted(way.substr(0, arrow));
    while (at < lines.size() && lines[at].find(wanted) == std::string::npos) ++at;
    if (at == lines.size()) {
      ADD_FAILURE() << "no line of " << path << " has " << wanted;
      return 0;
    }
    if (arrow == std::string_view::npos) return static_cast<std::uint32_t>(at + 1);
    way.remove_prefix(arrow + 4);
  }
}

std::set<Row> expected_rows(const Project& project, const std::string& input) {
  std::set<Row> rows;
  for (const std::string& line : lines_of(project + "expected.tsv")) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 6 || cells[0] != input) continue;
    const std::string file(cells[2]);
    const std::string user_file(cells[4] == "-" ? "" : cells[4]);
    const std::uint32_t user_line =
        user_file.empty() ? 0 : line_named(project + user_file, cells[5]);
    rows.emplace(std::string(cells[1]), file, line_named(project + file, cells[3]), user_file,
                 user_line);
  }
  return rows;
}

Report lint_project(const Project& project, const std::string& input, SourceMap& sources) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.root = project;
  request.paths = {project + input};
  DiskFileSystem disk;
  return lint(request, disk, sources);
}

// The rows of a report. Of the related places the one that a row asks for counts, if it is there.
std::set<Row> found_rows(const Project& project, const Report& report,
                         const std::set<Row>& expected) {
  std::set<Row> rows;
  for (const Finding& finding : report.findings) {
    if (finding.outcome != Outcome::Failed) continue;
    const auto place = [&](const Span& span) {
      const std::string path(report.path_of(span));
      const std::uint32_t line =
          span.valid() ? report.sources->file(span.file).position_at(span.begin).line : 0;
      return std::pair(path.substr(std::min(path.size(), project.size())), line);
    };
    const auto [file, line] = place(finding.span);
    Row row{finding.rule, file, line, "", 0};
    for (const RelatedPlace& related : finding.related) {
      const auto [user_file, user_line] = place(related.span);
      const Row with_user{finding.rule, file, line, user_file, user_line};
      if (expected.contains(with_user)) row = with_user;
    }
    rows.insert(row);
  }
  return rows;
}

std::string text_of(const std::set<Row>& rows) {
  std::string text;
  for (const auto& [rule, file, line, user_file, user_line] : rows) {
    text += rule + " " + file + ":" + std::to_string(line);
    if (!user_file.empty()) text += " <- " + user_file + ":" + std::to_string(user_line);
    text += "\n";
  }
  return text;
}

// What an input of a project is found to do is what its rows say.
void expect_rows(const Project& project, const std::string& input) {
  SourceMap sources;
  const Report report = lint_project(project, input, sources);
  const std::set<Row> expected = expected_rows(project, input);
  ASSERT_FALSE(expected.empty());
  EXPECT_EQ(text_of(found_rows(project, report, expected)), text_of(expected));
  EXPECT_TRUE(report.problems.empty());
}

void expect_nothing(const Project& project, const std::string& input,
                    std::uint32_t fewest_resources) {
  SourceMap sources;
  const Report report = lint_project(project, input, sources);
  EXPECT_EQ(text_of(found_rows(project, report, {})), "");
  EXPECT_TRUE(report.problems.empty());
  EXPECT_GT(report.summary.resources, fewest_resources);
}

// The folder as a whole is found to do what its only bad input does. Gives the number of files.
std::uint32_t expect_rows_of_folder(const Project& project, const std::string& bad_input) {
  SourceMap sources;
  const Report report = lint_project(project, "", sources);
  const std::set<Row> expected = expected_rows(project, bad_input);
  EXPECT_EQ(text_of(found_rows(project, report, expected)), text_of(expected));
  return report.summary.files;
}

// All that is wrong is shown in the user's own file, of the rules EXR101 and EXR104 where its rows
// say.
void expect_rows_in_own_file(const Project& project, const std::string& input,
                             const std::string& own_file) {
  SourceMap sources;
  const Report report = lint_project(project, input, sources);
  const std::set<Row> expected = expected_rows(project, input);
  ASSERT_FALSE(expected.empty());
  std::set<Row> found;
  for (const Row& row : found_rows(project, report, expected)) {
    if (std::get<0>(row) == "EXR101" || std::get<0>(row) == "EXR104") found.insert(row);
  }
  EXPECT_EQ(text_of(found), text_of(expected));
  for (const Finding& finding : report.findings)
    EXPECT_EQ(report.path_of(finding.span), project + own_file) << finding.message;
  EXPECT_TRUE(report.problems.empty());
}

TEST(HubProject, fails_where_its_mistakes_are) { expect_rows(kHub, "dev.bicepparam"); }

TEST(HubProject, has_nothing_to_say_about_production) {
  expect_nothing(kHub, "prod.bicepparam", 40);
}

TEST(HubProject, is_linted_through_its_parameter_files) {
  EXPECT_EQ(expect_rows_of_folder(kHub, "dev.bicepparam"), 6U);
}

TEST(VendoredProject, answers_for_its_arguments_and_its_calls) {
  expect_rows_in_own_file(kVendored, "main.bicep", "main.bicep");
}

TEST(TerraformHubProject, fails_where_its_mistakes_are) {
  expect_rows(kTerraformHub, "dev.plan.json");
}

TEST(TerraformHubProject, has_nothing_to_say_about_production) {
  expect_nothing(kTerraformHub, "prod.plan.json", 15);
}

TEST(TerraformHubProject, is_linted_through_its_plans) {
  EXPECT_EQ(expect_rows_of_folder(kTerraformHub, "dev.plan.json"), 2U);
}

TEST(TerraformVendoredProject, answers_for_its_arguments_and_its_calls) {
  expect_rows_in_own_file(kTerraformVendored, "plan.json", "main.tf");
}

}  // namespace
}  // namespace exr
