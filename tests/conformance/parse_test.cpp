#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include "conformance/corpus.h"
#include "frontends/bicep/lowered_file.h"
#include "source/source_file.h"

namespace conformance {
namespace {

using exr::Problem;
using exr::ProblemKind;

// Where we see the first error of a file on another line than the recogniser that made the list,
// and why.
struct OtherLine {
  std::string path_end;
  std::string reason;
};
const std::vector<OtherLine>& other_lines() {
  static const std::vector<OtherLine> kOtherLines = {};
  return kOtherLines;
}

// The recogniser reads all tokens of a file before it looks at statements, so its first error may
// be a bad token far behind the first statement that is wrong.
bool is_about_a_token(const std::string& reason) {
  static const std::vector<std::string> kTokenReasons = {
      "newline in string", "stray $",           "unrecognised #",
      "bad escape",        "unrecognised char", "unterminated multiline"};
  return std::any_of(kTokenReasons.begin(), kTokenReasons.end(),
                     [&](const std::string& beginning) { return reason.starts_with(beginning); });
}

struct ParseRow {
  std::string path;
  // 0: the file is valid
  std::uint32_t line = 0;
  std::string reason;
};

std::vector<ParseRow> parse_rows(const std::filesystem::path& corpus) {
  std::vector<ParseRow> rows;
  for (const auto& fields : read_rows(corpus / "PARSE.tsv")) {
    ParseRow row{.path = fields[0]};
    if (fields[1] != "valid") {
      row.line = static_cast<std::uint32_t>(std::stoul(fields[1]));
      row.reason = fields[1].substr(fields[1].find(':') + 2);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool is_about_syntax(const Problem& problem) {
  return problem.kind == ProblemKind::SyntaxError || problem.kind == ProblemKind::LimitExceeded;
}

// The syntax Problems of one file, first place first.
exr::Problems syntax_problems(const std::string& path, const std::string& text) {
  const auto kind = path.ends_with(".bicepparam") ? exr::BicepFileKind::ParameterFile
                                                  : exr::BicepFileKind::Template;
  exr::Problems problems;
  exr::lower_bicep({.path = path, .file = exr::FileId{0}, .text = text, .kind = kind},
                   exr::Limits{}, problems);
  std::erase_if(problems, [](const Problem& problem) { return !is_about_syntax(problem); });
  std::sort(problems.begin(), problems.end(),
            [](const Problem& a, const Problem& b) { return a.span.begin < b.span.begin; });
  return problems;
}

std::string shown(const std::string& path, const std::string& text, const Problem& problem) {
  const exr::Position position = exr::SourceFile(path, text).position_at(problem.span.begin);
  return path + ":" + std::to_string(position.line) + ":" + std::to_string(position.column) + ": " +
         problem.message;
}

// Why a file's problems are not at the listed line; empty if there is no reason.
std::string reason_for_another_line(const ParseRow& row, std::uint32_t first_line) {
  for (const OtherLine& other : other_lines()) {
    if (row.path.ends_with(other.path_end)) return other.reason;
  }
  if (first_line < row.line && is_about_a_token(row.reason)) {
    return "the list names the first bad token, a statement before it is wrong already";
  }
  return "";
}

class ParseConformance : public testing::Test {
 protected:
  void SetUp() override {
    corpus_ = find_corpus();
    if (!corpus_)
      GTEST_SKIP() << "no conformance corpus: set EXRLINT_CORPUS to the folder that holds it";
  }
  std::optional<std::filesystem::path> corpus_;
};

TEST_F(ParseConformance, valid_files_have_no_syntax_problem) {
  std::map<std::string, std::pair<int, int>> counts;
  for (const ParseRow& row : parse_rows(*corpus_)) {
    if (row.line != 0) continue;
    const std::string text = read_bytes(*corpus_ / row.path);
    const exr::Problems problems = syntax_problems(row.path, text);
    auto& [good, all] = counts[row.path.ends_with(".bicepparam") ? ".bicepparam" : ".bicep"];
    ++all;
    good += problems.empty() ? 1 : 0;
    if (!problems.empty()) ADD_FAILURE() << shown(row.path, text, problems.front());
  }
  for (const auto& [ending, count] : counts) {
    std::cout << "valid " << ending << " files without a syntax problem: " << count.first << " of "
              << count.second << "\n";
    EXPECT_GT(count.second, 0);
  }
}

TEST_F(ParseConformance, invalid_files_have_one_at_the_listed_line) {
  int all = 0;
  int found = 0;
  int at_line = 0;
  int elsewhere = 0;
  for (const ParseRow& row : parse_rows(*corpus_)) {
    if (row.line == 0) continue;
    ++all;
    const std::string text = read_bytes(*corpus_ / row.path);
    const exr::Problems problems = syntax_problems(row.path, text);
    if (problems.empty()) {
      ADD_FAILURE() << row.path << ":" << row.line << ": no problem, listed is: " << row.reason;
      continue;
    }
    ++found;
    const exr::SourceFile source(row.path, text);
    const auto line_of = [&](const Problem& problem) {
      return source.position_at(problem.span.begin).line;
    };
    if (std::any_of(problems.begin(), problems.end(),
                    [&](const Problem& p) { return line_of(p) == row.line; })) {
      ++at_line;
      continue;
    }
    const std::string reason = reason_for_another_line(row, line_of(problems.front()));
    const std::string message = shown(row.path, text, problems.front()) + " (listed: line " +
                                std::to_string(row.line) + ", " + row.reason + ")";
    if (reason.empty()) {
      ADD_FAILURE() << message;
      continue;
    }
    ++elsewhere;
    std::cout << message << ": " << reason << "\n";
  }
  std::cout << "invalid files: " << all << ", with a problem: " << found
            << ", at the listed line: " << at_line
            << ", elsewhere for a listed reason: " << elsewhere << "\n";
  EXPECT_GT(all, 0);
}

}  // namespace
}  // namespace conformance
