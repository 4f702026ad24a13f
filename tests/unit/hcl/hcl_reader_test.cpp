#include "hcl/hcl_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "hcl/hcl_outline.h"
#include "hcl/hcl_text.h"

namespace exr {
namespace {

struct Read {
  explicit Read(const std::string& text) {
    document = read_hcl(text, FileId{0}, expressions, limits, problems);
  }
  const HclExpression& value(const std::string& name) const {
    return expressions.at(document.body.find_attribute(name)->value);
  }

  Limits limits;
  Problems problems;
  HclExpressions expressions;
  HclDocument document;
};

std::string words_of(const HclBody& body) {
  std::string words;
  for (const HclAttribute& attribute : body.attributes) words += attribute.name + " ";
  for (const HclBlock& block : body.blocks) words += block.type + " ";
  return words;
}

TEST(HclReader, a_broken_statement_is_one_problem_and_hides_no_other) {
  const Read read(
      "locals {\n  a = 1\n}\nresource \"x\" \"y\" {\n  b = = 2\n  c = ) (\n}\noutput \"z\" {\n}\n");
  EXPECT_EQ(words_of(read.document.body), "locals output ");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].kind, ProblemKind::SyntaxError);
  EXPECT_EQ(read.problems[0].message,
            "found `=`, which does not fit here; the statement is left out");
  EXPECT_EQ(read.problems[0].span.begin, 44U);
}

TEST(HclReader, a_block_without_an_end_hides_nothing_after_it) {
  const Read read("resource \"x\" \"y\" {\n  a = {\nlocals {\n  a = 1\n}\n");
  EXPECT_EQ(words_of(read.document.body), "locals ");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].message, "this statement is not complete; it is left out");
}

TEST(HclReader, brackets_have_a_limit) {
  const auto nested = [](std::size_t levels) {
    return "a = " + std::string(levels, '[') + std::string(levels, ']') + "\n";
  };
  EXPECT_TRUE(Read(nested(256)).problems.empty());
  const Read deep(nested(257));
  ASSERT_EQ(deep.problems.size(), 1U);
  EXPECT_EQ(deep.problems[0].kind, ProblemKind::LimitExceeded);
  EXPECT_TRUE(deep.document.body.attributes.empty());
}

TEST(HclReader, chains_of_any_length_are_read) {
  std::string chain = "a = b";
  for (int i = 0; i < 20000; ++i) chain += ".c[*]";
  EXPECT_TRUE(Read(chain + "\n").problems.empty());
  std::string sum = "a = 1";
  for (int i = 0; i < 20000; ++i) sum += " + 1";
  EXPECT_TRUE(Read(sum + "\n").problems.empty());
  EXPECT_TRUE(Read("a = " + std::string(20000, '!') + "b\n").problems.empty());
}

TEST(HclReader, texts_stand_for_what_they_say) {
  const Read read(
      "a = \"b\\n\\\"c\\\" $${d} %%{e} \\u00e9\"\n"
      "f = <<-EOT\n    g\n      h\\n\n    EOT\n"
      "i = \"${var.j}\"\n"
      "k = \"l${m}\"\n");
  EXPECT_EQ(read.value("a").text, "b\n\"c\" ${d} %{e} \xc3\xa9");
  EXPECT_EQ(read.value("f").text, "g\n  h\\n\n");
  EXPECT_EQ(read.value("i").kind, HclExpressionKind::Member);
  EXPECT_EQ(read.value("k").kind, HclExpressionKind::Template);
  EXPECT_EQ(read.value("k").parts.size(), 2U);
}

TEST(HclReader, splats_take_what_comes_after_them) {
  const Read read("a = b.*.c[0]\nd = b[*].c[0]\n");
  EXPECT_EQ(read.value("a").kind, HclExpressionKind::Index);
  EXPECT_EQ(read.value("d").kind, HclExpressionKind::Splat);
  EXPECT_EQ(read.expressions.at(read.value("d").parts[1]).kind, HclExpressionKind::Index);
}

TEST(HclReader, texts_of_json_are_templates) {
  Limits limits;
  HclExpressions expressions;
  const auto read = [&](const std::string& text) {
    return expressions.at(read_hcl_template(text, {FileId{0}, 1, 9}, expressions, limits));
  };
  EXPECT_EQ(read("a\\b").text, "a\\b");
  EXPECT_EQ(read("a\\b").kind, HclExpressionKind::Text);
  EXPECT_EQ(read("${var.a}").kind, HclExpressionKind::Member);
  EXPECT_EQ(read("${var.a}").span, (Span{FileId{0}, 1, 9}));
  EXPECT_EQ(read("b-${var.a}").kind, HclExpressionKind::Template);
  EXPECT_EQ(read("b-${").kind, HclExpressionKind::Unreadable);
}

TEST(HclOutline, statements_begin_where_lines_do) {
  const std::string text =
      "# x\nlocals {\n  a = <<EOT\nlocals {\nEOT\n}\na = \"b\" # c\nb = [\n1,\n]\n";
  std::string pieces;
  for (const HclRange& range : outline_hcl(text, 256).statements)
    pieces += text.substr(range.begin, range.end - range.begin) + "|";
  EXPECT_EQ(pieces,
            "# x\n|locals {\n  a = <<EOT\nlocals {\nEOT\n}\n|a = \"b\" # c\n|b = [\n1,\n]\n|");
}

std::string comments_in(const std::string& text) {
  std::string comments;
  for (const Comment& comment : outline_hcl(text, 256).comments)
    comments += text.substr(comment.begin, comment.end - comment.begin) + "|";
  return comments;
}

TEST(HclOutline, tells_the_comments_of_a_file) {
  EXPECT_EQ(comments_in("# one\na {\n  b = \"# no\" // two\n}\n/* three */\n"),
            "# one|// two|/* three */|");
}

TEST(HclOutline, knows_texts_and_their_holes) {
  EXPECT_EQ(comments_in("a = \"# ${f(\"}\") /* c */} # \" # d\n"), "/* c */|# d|");
  EXPECT_TRUE(outline_hcl("a = \"${[\"${[1]}\"]}\"", 3).too_deep);
  EXPECT_FALSE(outline_hcl("a = \"${[\"${[1]}\"]}\"", 4).too_deep);
}

}  // namespace
}  // namespace exr
