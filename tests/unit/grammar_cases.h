#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <system_error>
#include <vector>

namespace grammar_cases {

namespace fs = std::filesystem;

/// One case of tree-sitter's test format: a name between two lines of `=`, the input, a line of
/// `-`, the tree.
struct GrammarCase {
  std::string name;
  std::string input;
  std::string expected;
  bool wants_error = false;
};

inline bool is_rule(const std::string& line, char letter) {
  return line.size() >= 3 && line.find_first_not_of(letter) == std::string::npos;
}

inline std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::vector<std::string> lines;
  std::string line;
  while (std::getline(stream, line)) lines.push_back(line);
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i];
  return text;
}

inline std::vector<std::string> without_blank_ends(std::vector<std::string> lines) {
  while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

inline GrammarCase case_of(const std::string& name, const std::vector<std::string>& body,
                           bool wants_error) {
  auto rule = std::find_if(body.rbegin(), body.rend(),
                           [](const std::string& line) { return is_rule(line, '-'); });
  const auto split = rule == body.rend() ? body.end() : std::prev(rule.base());
  GrammarCase result{.name = name, .wants_error = wants_error};
  std::vector<std::string> input(body.begin(), split);
  // as tree-sitter does: the line break before the rule is not part of the input
  if (!input.empty() && input.front().empty()) input.erase(input.begin());
  if (!input.empty() && input.back().empty()) input.pop_back();
  result.input = joined(input) + "\n";
  if (split != body.end())
    result.expected = joined(without_blank_ends({std::next(split), body.end()}));
  return result;
}

inline std::vector<GrammarCase> read_cases(const fs::path& path) {
  const std::vector<std::string> lines = lines_of(path);
  std::vector<GrammarCase> cases;
  std::size_t at = 0;
  while (at + 2 < lines.size()) {
    if (!is_rule(lines[at], '=')) {
      ++at;
      continue;
    }
    std::size_t close = at + 1;
    while (close < lines.size() && !is_rule(lines[close], '=')) ++close;
    const bool wants_error =
        std::find(lines.begin() + at, lines.begin() + close, ":error") != lines.begin() + close;
    std::size_t next = close + 1;
    while (next < lines.size() && !is_rule(lines[next], '=')) ++next;
    cases.push_back(
        case_of(lines[at + 1], {lines.begin() + close + 1, lines.begin() + next}, wants_error));
    at = next;
  }
  return cases;
}

/// One space between all words, none before `)`.
inline std::string normal_form(const std::string& tree) {
  static const std::regex kComment(";[^\n]*");
  static const std::regex kSpace(R"(\s+)");
  static const std::regex kBeforeClose(R"(\s+\))");
  std::string text = std::regex_replace(tree, kComment, "");
  text = std::regex_replace(text, kSpace, " ");
  text = std::regex_replace(text, kBeforeClose, ")");
  const std::size_t begin = text.find_first_not_of(' ');
  const std::size_t end = text.find_last_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

inline std::string without_fields(const std::string& tree) {
  static const std::regex kField(R"([a-z_]+: )");
  return std::regex_replace(tree, kField, "");
}

/// The files of `grammars/<language>/test/corpus`.
inline std::vector<fs::path> grammar_case_files(const std::string& language) {
  std::vector<fs::path> files;
  std::error_code missing;
  const fs::path folder = fs::path(EXRLINT_SOURCE_DIR) / "grammars" / language / "test/corpus";
  for (const auto& entry : fs::directory_iterator(folder, missing)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Compares the trees of a language's cases with those that `parse` prints, and wants an error
/// where `has_error` is asked for.
template <typename Parse, typename HasError>
void expect_trees(const std::string& language, Parse parse, HasError has_error) {
  std::size_t count = 0;
  for (const fs::path& file : grammar_case_files(language)) {
    for (const GrammarCase& grammar_case : read_cases(file)) {
      SCOPED_TRACE(file.filename().string() + ": " + grammar_case.name);
      ++count;
      std::string actual = normal_form(parse(grammar_case.input));
      if (grammar_case.wants_error) {
        EXPECT_TRUE(has_error(grammar_case.input)) << actual;
        continue;
      }
      const std::string expected = normal_form(grammar_case.expected);
      if (expected.find(": (") == std::string::npos) actual = without_fields(actual);
      EXPECT_EQ(actual, expected);
    }
  }
  EXPECT_GT(count, 0U);
}

}  // namespace grammar_cases
