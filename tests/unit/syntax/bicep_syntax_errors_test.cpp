#include "syntax/bicep_syntax_errors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "source/source_file.h"

namespace exr {
namespace {

// The problems of a text: `2:7 message`, one a line.
std::string errors_of(const std::string& text) {
  const SourceFile source("main.bicep", text);
  const SyntaxTree syntax = SyntaxTree::parse(source.text());
  Problems problems;
  if (syntax.has_error()) report_syntax_errors(syntax, FileId{0}, problems);
  std::string result;
  for (const Problem& problem : problems) {
    const Position position = source.position_at(problem.span.begin);
    result += std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
              problem.message + "\n";
  }
  return result;
}

TEST(BicepSyntaxErrors, text_without_errors_has_none) { EXPECT_EQ(errors_of("var a = 1\n"), ""); }

TEST(BicepSyntaxErrors, commas) {
  EXPECT_EQ(errors_of("var a = [\n  1,\n  2\n]\n"),
            "2:5 a comma does not stand before a line break; one of them separates\n");
  EXPECT_EQ(errors_of("var a = f(1, 2, )\n"), "1:17 no comma stands before `)`; leave it out\n");
}

TEST(BicepSyntaxErrors, an_object_as_a_member) {
  EXPECT_EQ(errors_of("var a = {\n  b: 1\n  {\n    c: 2\n  }\n}\n"),
            "3:3 expected `key: value` or the end of the object, found `{`\n");
}

TEST(BicepSyntaxErrors, doubled_operators) {
  EXPECT_EQ(errors_of("var a = !!b\n"), "1:10 `!!` does not exist; write `!(!x)`\n");
}

TEST(BicepSyntaxErrors, old_statements) {
  EXPECT_EQ(errors_of("provider kubernetes\nvar a = 1\n"),
            "1:1 there is no statement `provider`; it is called `extension`\n");
}

TEST(BicepSyntaxErrors, quotes) {
  EXPECT_EQ(errors_of("var a = 'it\nvar b = 1\n").substr(0, 5), "1:9 t");
  EXPECT_EQ(errors_of("var a = \"x\"\n"), "1:9 text stands between single quotes, found `\"`\n");
}

TEST(BicepSyntaxErrors, what_is_missing_at_the_end_of_a_line) {
  EXPECT_EQ(errors_of("var a =\nvar b = 1\n"),
            "1:8 expected a value after `=`, found the end of the line\n");
  EXPECT_EQ(errors_of("param a int\n\n// then\nvar b string\n").substr(0, 4), "4:13");
}

TEST(BicepSyntaxErrors, one_a_statement) {
  EXPECT_EQ(errors_of("var a = ) )\nvar b = 1\nvar c = ] ]\n"),
            "1:9 found `)`, which does not fit here\n3:9 found `]`, which does not fit here\n");
}

TEST(BicepSyntaxErrors, no_more_than_the_limit) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "var a" + std::to_string(i) + " = )\n";
  const std::string errors = errors_of(text);
  EXPECT_EQ(std::count(errors.begin(), errors.end(), '\n'), kMostSyntaxErrors);
}

}  // namespace
}  // namespace exr
