#include "syntax/bicep_expression.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/syntax/tree_text.h"

namespace exr {
namespace {

std::string lowered(std::string_view text) {
  ExpressionTree tree{FileId{0}};
  Problems problems;
  const NodeId id = read_expression(text, tree, Limits{}, problems);
  if (!problems.empty()) return "problem: " + problems.front().message;
  return tree_text(tree, id);
}

std::string interpolated(std::string_view text) {
  ExpressionTree tree{FileId{0}};
  Problems problems;
  const NodeId id = read_interpolation(text, tree, Limits{}, problems);
  if (!problems.empty()) return "problem: " + problems.front().message;
  return tree_text(tree, id);
}

Problem first_problem(std::string_view text) {
  ExpressionTree tree{FileId{7}};
  Problems problems;
  EXPECT_EQ(read_expression(text, tree, Limits{}, problems), NodeId::kNone);
  return problems.empty() ? Problem{} : problems.front();
}

TEST(BicepExpression, literals) {
  EXPECT_EQ(lowered("null"), "null");
  EXPECT_EQ(lowered("true"), "true");
  EXPECT_EQ(lowered("false"), "false");
  EXPECT_EQ(lowered("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(lowered("'a\\n\\u{e9}'"), "'a\n\xC3\xA9'");
  EXPECT_EQ(lowered("''"), "''");
}

TEST(BicepExpression, precedence) {
  EXPECT_EQ(lowered("a + b * c - d"), "(- (+ a (* b c)) d)");
  EXPECT_EQ(lowered("a ?? b ?? c"), "(?? (?? a b) c)");
  EXPECT_EQ(lowered("a || b && c == d < e + f"), "(|| a (&& b (== c (< d (+ e f)))))");
  EXPECT_EQ(lowered("a ? b : c ? d : e"), "(if a b (if c d e))");
  EXPECT_EQ(lowered("!a.b"), "(not (.b a))");
  EXPECT_EQ(lowered("-a * b"), "(* (minus a) b)");
  EXPECT_EQ(lowered("(a + b) * c"), "(* (group (+ a b)) c)");
  EXPECT_EQ(lowered("a =~ b"), "(=~ a b)");
  EXPECT_EQ(lowered("a !~ b"), "(!~ a b)");
  EXPECT_EQ(lowered("a % b >= c"), "(>= (% a b) c)");
}

TEST(BicepExpression, access) {
  EXPECT_EQ(lowered("a.b.?c[0][?1][^2][?^3]"), "([]?^ ([]^ ([]? ([] (.?c (.b a)) 0) 1) 2) 3)");
  EXPECT_EQ(lowered("a::b.c"), "(.c (::b a))");
  EXPECT_EQ(lowered("a!.b![0]"), "([] (.b a) 0)");
  EXPECT_EQ(lowered("vault.getSecret('s', 'v')"), "(method getSecret vault 's' 'v')");
}

TEST(BicepExpression, calls) {
  EXPECT_EQ(lowered("f()"), "(call f)");
  EXPECT_EQ(lowered("concat(a, 'b', 1)"), "(call concat a 'b' 1)");
  EXPECT_EQ(lowered("sys.length(a)"), "(call length a)");
  EXPECT_EQ(lowered("az.resourceGroup().name"), "(.name (call resourceGroup))");
  EXPECT_EQ(lowered("map(xs, sys => sys.length(a))"),
            "(call map xs (lambda sys (method length sys a)))");
}

TEST(BicepExpression, lambdas_and_loops) {
  EXPECT_EQ(lowered("map(xs, x => x.a)"), "(call map xs (lambda x (.a x)))");
  EXPECT_EQ(lowered("map(xs, (x, i) => i)"), "(call map xs (lambda x i i))");
  EXPECT_EQ(lowered("f(() => 1)"), "(call f (lambda 1))");
  EXPECT_EQ(lowered("[for x in xs: x]"), "(for x xs x)");
  EXPECT_EQ(lowered("[for (x, i) in xs: { a: i }]"), "(for x,i xs (object (property 'a' i)))");
}

TEST(BicepExpression, containers) {
  EXPECT_EQ(lowered("[1, 'a', ...xs]"), "(array 1 'a' (spread xs))");
  EXPECT_EQ(lowered("{ a: 1, 'b-c': 2, '${k}x': 3, ...o }"),
            "(object (property 'a' 1) (property 'b-c' 2) (property (text k 'x') 3) (spread o))");
  EXPECT_EQ(lowered("[1, 2,]"), "(array 1 2)");
  EXPECT_EQ(lowered("[]"), "(array)");
  EXPECT_EQ(lowered("{}"), "(object)");
  EXPECT_EQ(lowered("{ for: 1, if: 2, resource: 3 }"),
            "(object (property 'for' 1) (property 'if' 2) (property 'resource' 3))");
}

TEST(BicepExpression, interpolation) {
  EXPECT_EQ(lowered("'a${b}c${d}'"), "(text 'a' b 'c' d)");
  EXPECT_EQ(lowered("'${'x${y}'}'"), "(text (text 'x' y))");
  EXPECT_EQ(lowered("'\\${a}'"), "'${a}'");
}

TEST(BicepExpression, multi_line_text) {
  EXPECT_EQ(lowered("'''a\\n'b'''"), "'a\\n'b'");
  EXPECT_EQ(lowered("''''''"), "''");
  EXPECT_EQ(lowered("'''hi'''''"), "'hi'''");
  EXPECT_EQ(lowered("'''${a}'''"), "'${a}'");
  EXPECT_EQ(lowered("$'''a${b}c'''"), "(text 'a' b 'c')");
  EXPECT_EQ(lowered("$'''$${x}'''"), "(text '$' x)");
  EXPECT_EQ(lowered("$$'''${x}$${y}'''"), "(text '${x}' y)");
}

TEST(BicepExpression, line_breaks_are_spaces) {
  EXPECT_EQ(lowered("a &&\n  b"), "(&& a b)");
  EXPECT_EQ(lowered("[a,\n b]"), "(array a b)");
  EXPECT_EQ(lowered("[\'\'\'\na\nb\'\'\',\n c]"), "(array 'a\nb' c)");
}

TEST(BicepExpression, integers_have_64_bits) {
  EXPECT_EQ(lowered("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(first_problem("1 + 9223372036854775808").kind, ProblemKind::IntegerOutOfRange);
  EXPECT_EQ(first_problem("1 + 9223372036854775808").span, (Span{FileId{7}, 4, 23}));
}

TEST(BicepExpression, what_is_no_expression_is_a_problem) {
  for (const char* text : {"", "a +", "a b", "(a", "!!a", "f(a,)", "[a,,]", "'a", "a.b(",
                           "var x = 1", "@", "x\n=> 1 1", "'\\q'"}) {
    EXPECT_EQ(first_problem(text).kind, ProblemKind::SyntaxError) << text;
  }
}

TEST(BicepExpression, a_problem_is_at_the_first_wrong_token) {
  EXPECT_EQ(first_problem("a && && b").span, (Span{FileId{7}, 5, 7}));
  EXPECT_EQ(first_problem("f(a, ))").span.begin, 5U);
}

TEST(BicepExpression, spans_are_bytes_of_the_text) {
  ExpressionTree tree{FileId{7}};
  Problems problems;
  const NodeId id = read_expression("a + bc", tree, Limits{}, problems);
  EXPECT_EQ(tree.span(id), (Span{FileId{7}, 0, 6}));
  EXPECT_EQ(tree.span(tree.child(tree.node(id), 1)), (Span{FileId{7}, 4, 6}));
}

TEST(BicepExpression, deep_nesting_is_one_problem) {
  const std::string text = std::string(10'000, '(') + "a" + std::string(10'000, ')');
  EXPECT_EQ(first_problem(text).kind, ProblemKind::LimitExceeded);
  EXPECT_EQ(first_problem(text).span.begin, 256U);
  std::string chain = "a";
  for (int i = 0; i < 20'000; ++i) chain += " ? a : a";
  EXPECT_EQ(first_problem(chain).kind, ProblemKind::LimitExceeded);
}

TEST(BicepInterpolation, is_the_inside_of_a_string) {
  EXPECT_EQ(interpolated("plain"), "'plain'");
  EXPECT_EQ(interpolated(""), "''");
  EXPECT_EQ(interpolated("circuit `${self.name}` isn't ${join(map(xs, x => '${x}}'), ', ')}!"),
            "(text 'circuit `' (.name self) '` isn't ' (call join (call map xs (lambda x (text x "
            "'}'))) ', ') '!')");
  EXPECT_EQ(interpolated("\\${a} costs $5"), "'${a} costs $5'");
}

TEST(BicepInterpolation, problems_have_their_place_in_the_text) {
  ExpressionTree tree{FileId{7}};
  Problems problems;
  EXPECT_EQ(read_interpolation("ab ${c +} d", tree, Limits{}, problems), NodeId::kNone);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_GE(problems[0].span.begin, 5U);
  EXPECT_LE(problems[0].span.end, 9U);
  problems.clear();
  EXPECT_EQ(read_interpolation("ab ${c", tree, Limits{}, problems), NodeId::kNone);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].span, (Span{FileId{7}, 3, 5}));
}

TEST(BicepInterpolation, nodes_have_their_place_in_the_text) {
  ExpressionTree tree{FileId{7}};
  Problems problems;
  const NodeId id = read_interpolation("a long text before ${c}", tree, Limits{}, problems);
  const Node& node = tree.node(id);
  EXPECT_EQ(tree.span(tree.child(node, 1)), (Span{FileId{7}, 21, 22}));
}

}  // namespace
}  // namespace exr
