#include "syntax/statement_split.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "syntax/bicep_node.h"

namespace exr {
namespace {

// The statements with `|` before each but the first.
std::string split(const std::string& text) {
  std::string result;
  for (const StatementRange& range : split_statements(text)) {
    if (range.begin > 0) result += '|';
    result += text.substr(range.begin, range.end - range.begin);
  }
  return result;
}

TEST(StatementSplit, lines_with_a_keyword_begin_statements) {
  EXPECT_EQ(split("// first\nvar a = [\n  1\n]\n\nparam b int\n"),
            "// first\n|var a = [\n  1\n]\n\n|param b int\n");
  EXPECT_EQ(split("var a = [\r\nvar b = 1\r\n"), "var a = [\r\n|var b = 1\r\n");
  EXPECT_EQ(split("var\nparam = 3\nprovider x"), "var\n|param = 3\n|provider x");
}

TEST(StatementSplit, decorators_belong_to_their_statement) {
  EXPECT_EQ(split("var a = 1\n@secure()\n// text\n@description('b')\nparam b string\nvar c = 1\n"),
            "var a = 1\n|@secure()\n// text\n@description('b')\nparam b string\n|var c = 1\n");
}

TEST(StatementSplit, keys_and_names_begin_none) {
  EXPECT_EQ(split("var a = {\ntype: 'b'\nresource.c\noutput(1)\nvariable x\n}\n"),
            "var a = {\ntype: 'b'\nresource.c\noutput(1)\nvariable x\n}\n");
}

TEST(StatementSplit, text_and_comments_hide_keywords) {
  EXPECT_EQ(split("var a = '''\nvar b = 1\n'''\n/*\nvar c\n*/\nvar d = 'it\nvar e = 1\n"),
            "var a = '''\nvar b = 1\n'''\n/*\nvar c\n*/\n|var d = 'it\n|var e = 1\n");
  EXPECT_EQ(split("var a = '''\nvar b /* c\nvar d"), "var a = '''\n|var b /* c\n|var d")
      << "what does not end hides nothing";
}

TEST(StatementSplit, groups_have_as_many_statements_as_fit) {
  const std::string text = "var a = 1\nvar b = 1\nvar c = [\nvar d\n]\nvar e = 1\n";
  const auto groups = group_statements(text, 10);
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].end, 20U) << "two statements of five tokens";
  EXPECT_EQ(groups[1].end, 38U) << "no cut inside brackets";
  EXPECT_EQ(groups[2].end, text.size());
}

TEST(StatementSplit, tokens_are_never_counted_too_low) {
  EXPECT_EQ(most_tokens("var a = [\n  1\n]\n"), 9U);
  EXPECT_EQ(most_tokens("'a${b}'"), 7U);
  EXPECT_EQ(most_tokens(" \t"), 0U);
}

TEST(SyntaxTree, long_text_is_read_in_groups) {
  std::string text;
  while (most_tokens(text) <= kMostParsedTokens)
    text += "var a = [b, { c: d }]\n@x()\nparam e int\n";
  const SyntaxTree tree = SyntaxTree::parse(text);
  EXPECT_FALSE(tree.has_error());
  std::uint32_t end = 0;
  std::size_t parameters = 0;
  for (const SyntaxNode statement : tree.root().children()) {
    EXPECT_LE(end, statement.begin());
    end = statement.end();
    if (statement.is(SyntaxKind::Parameter)) {
      ++parameters;
      EXPECT_EQ(statement.find(SyntaxField::Name).text(), "e");
    }
  }
  EXPECT_EQ(end, text.size() - 1);
  EXPECT_EQ(parameters, std::count(text.begin(), text.end(), '@'));
}

TEST(SyntaxTree, an_error_stays_in_its_statement) {
  const SyntaxTree tree = SyntaxTree::parse("var a = [(\nvar b = 1\nvar c = ] ]\nvar d = 1\n");
  ASSERT_EQ(tree.broken().size(), 2U);
  EXPECT_EQ(tree.broken()[0].begin, 0U);
  EXPECT_EQ(tree.broken()[1].begin, 21U);
  std::string sound;
  for (const SyntaxNode statement : tree.root().children()) {
    if (!statement.has_error()) sound += statement.find(SyntaxField::Name).text();
  }
  EXPECT_EQ(sound, "bd");
}

TEST(SyntaxTree, a_statement_full_of_errors_is_given_up) {
  std::string text = "var a = ";
  for (int i = 0; i < 10'000; ++i) text += "'b\n";
  const SyntaxTree tree = SyntaxTree::parse(text + "var c = 1\n");
  EXPECT_EQ(tree.broken().size(), 1U);
  SyntaxNode last;
  for (const SyntaxNode statement : tree.root().children()) last = statement;
  EXPECT_EQ(last.begin(), text.size());
  EXPECT_FALSE(last.has_error());
}

TEST(SyntaxTree, a_statement_beyond_the_limit_is_not_read) {
  std::string text = "var a = 1\nvar b = [";
  for (std::size_t i = 0; i < kMostParsedTokens; ++i) text += "(]";
  const SyntaxTree tree = SyntaxTree::parse(text + "\nvar c = 1\n");
  EXPECT_TRUE(tree.has_error());
  ASSERT_EQ(tree.too_long().size(), 1U);
  EXPECT_EQ(tree.too_long()[0].begin, 10U);
  EXPECT_TRUE(tree.root().find(SyntaxKind::Variable));
}

}  // namespace
}  // namespace exr
