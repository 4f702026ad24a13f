#include <gtest/gtest.h>

#include "unit/frontends/bicep/bicep_reader.h"

namespace exr {
namespace {

std::string problems_of(const std::string& text) {
  BicepReader reader;
  reader.load_text(text);
  return reader.problem_places();
}

std::string message_of(const std::string& text) {
  BicepReader reader;
  reader.load_text(text);
  return reader.problems.empty() ? "" : reader.problems.front().message;
}

TEST(BicepNames, declared_names_are_known) {
  EXPECT_EQ(
      problems_of(
          "param a string\nvar b = a\nvar c = [for (x, i) in [b]: '${x}${i}']\n"
          "var d = map(c, (y, j) => '${y}${j}${b}')\noutput e array = d\n"
          "func f(z string) string => toLower(z)\nvar g = f(a)\nvar h = az.subscription().id\n"),
      "");
}

TEST(BicepNames, unknown_names_have_a_hint) {
  EXPECT_EQ(problems_of("var a = unknown\n"), "UnknownSymbol main.bicep:1:9\n");
  EXPECT_EQ(message_of("param location string\nvar a = loction\n"),
            "`loction` is not declared; did you mean `location`?");
  EXPECT_EQ(message_of("var a = somethingElse\n"), "`somethingElse` is not declared");
}

TEST(BicepNames, an_unknown_name_is_told_once) {
  EXPECT_EQ(problems_of("var a = unknown\nvar b = [unknown, other]\n"),
            "UnknownSymbol main.bicep:1:9\nUnknownSymbol main.bicep:2:19\n");
}

TEST(BicepNames, locals_end_with_their_expression) {
  EXPECT_EQ(problems_of("var a = map([1], x => x)\nvar b = x\n"), "UnknownSymbol main.bicep:2:9\n");
  EXPECT_EQ(problems_of("var a = [for x in x: 1]\n"), "UnknownSymbol main.bicep:1:19\n");
}

TEST(BicepNames, names_are_exact_in_case) {
  EXPECT_EQ(problems_of("param a string\nvar b = A\n"), "UnknownSymbol main.bicep:2:9\n");
}

TEST(BicepNames, loops_bind_names_in_the_whole_body) {
  EXPECT_EQ(problems_of(
                "resource r 'A.B/c@2020-01-01' = [for (x, i) in [1]: if (x > 0) {\n  name: "
                "'${x}${i}'\n  tags: { a: x }\n}]\n"
                "module m 'm.bicep' = [for y in [1]: {\n  name: 'n${y}'\n  params: { p: y }\n}]\n"),
            "UnreadableModule main.bicep:5:10\n");
}

TEST(BicepNames, functions_are_checked) {
  EXPECT_EQ(message_of("var a = lenght([])\n"),
            "there is no function `lenght`; did you mean `length`?");
  EXPECT_EQ(message_of("var a = equals(1, 2)\n"),
            "there is no function `equals` in Bicep, which writes `a == b`");
  EXPECT_EQ(message_of("var a = length()\n"), "`length` takes 1 argument, here it gets 0");
  EXPECT_EQ(message_of("var a = resourceId('x')\n"),
            "`resourceId` takes 2 or more arguments, here it gets 1");
  EXPECT_EQ(message_of("func f(a int) int => a\nvar b = f()\n"),
            "`f` takes 1 argument, here it gets 0");
  EXPECT_EQ(message_of("var b = ff(1)\nfunc f(a int) int => a\n"),
            "there is no function `ff`; did you mean `f`?");
  EXPECT_EQ(problems_of("var a = sys.lenght([])\n"), "UnknownFunction main.bicep:1:9\n");
}

TEST(BicepNames, this_is_known_in_resources_only) {
  EXPECT_EQ(problems_of("resource r 'A.B/c@2020-01-01' = {\n  name: 'r'\n  tags: { a: "
                        "string(this.exists()) }\n}\nvar b = this\n"),
            "UnknownSymbol main.bicep:5:9\n");
}

TEST(BicepNames, a_nested_resource_is_known_inside_its_parent_only) {
  EXPECT_EQ(problems_of("resource r 'A.B/c@2020-01-01' = {\n  name: 'r'\n  resource n 'd' = {\n    "
                        "name: 'n'\n  }\n  tags: { a: n.id }\n}\n"
                        "var b = n.id\n"),
            "UnknownSymbol main.bicep:8:9\n");
}

TEST(BicepNames, types_are_checked) {
  EXPECT_EQ(problems_of("type size = 'a' | 'b'\nparam p sise\nparam q size[]\nparam r { a: string, "
                        "b: nothing? }\n"),
            "UnknownSymbol main.bicep:2:9\nUnknownSymbol main.bicep:4:25\n");
}

TEST(BicepNames, a_declaration_hides_a_namespace) {
  EXPECT_EQ(problems_of("param sys object\nvar a = sys.anything\nvar b = az.length([])\n"), "");
}

}  // namespace
}  // namespace exr
