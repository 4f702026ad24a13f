#include "formats/yaml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr FileId kFile{0};

Value read(std::string_view text) {
  Problems problems;
  const auto value = read_yaml(text, kFile, Limits{}, problems);
  EXPECT_TRUE(value && problems.empty()) << (problems.empty() ? "" : problems[0].message);
  return value.value_or(Value());
}

Problem problem_in(std::string_view text) {
  Problems problems;
  EXPECT_FALSE(read_yaml(text, kFile, Limits{}, problems));
  EXPECT_EQ(problems.size(), 1U) << text;
  return problems.empty() ? Problem{} : problems[0];
}

std::string_view under(std::string_view text, const Span& span) {
  return text.substr(span.begin, span.end - span.begin);
}

TEST(YamlReader, types_plain_scalars_by_the_core_schema) {
  EXPECT_EQ(to_json(read("[true, False, null, ~, 12, -3, 0x1f, 0o17, 1.5, 1e3]")),
            "[true,false,null,null,12,-3,31,15,1.5,1000]");
  EXPECT_EQ(to_json(read("[yes, on, n, 2026-03-12, '12', \"true\", 0b1, inf]")),
            R"(["yes","on","n","2026-03-12","12","true","0b1","inf"])");
  EXPECT_TRUE(read("").is_null());
  EXPECT_TRUE(read("# only a comment\n").is_null());
}

TEST(YamlReader, gives_each_value_and_key_its_place) {
  const std::string text =
      "\xEF\xBB\xBFname: plain text # comment\n"
      "quoted: 'it''s'\n"
      "list: [one, { two: 2 }]\n"
      "block: |\n"
      "  first\n"
      "\n"
      "  second\n"
      "last: x\n";
  const Value value = read(text);
  const auto& object = value.as_object();
  EXPECT_EQ(under(text, object.find("name")->origin()), "plain text");
  EXPECT_EQ(under(text, object.find_property("quoted")->name_span), "quoted");
  EXPECT_EQ(under(text, object.find("quoted")->origin()), "'it''s'");
  EXPECT_EQ(under(text, object.find("list")->origin()), "[one, { two: 2 }]");
  EXPECT_EQ(under(text, object.find("block")->origin()), "|\n  first\n\n  second");
  EXPECT_EQ(under(text, object.find("last")->origin()), "x");
}

TEST(YamlReader, finds_a_character_of_a_scalar_in_the_file) {
  const auto place = [](std::string_view text, char character) {
    const Value value = read(text);
    const Value& scalar = *value.as_object().find("k");
    const std::size_t offset = scalar.as_string().find(character);
    return offset_in_yaml(text, scalar, offset);
  };
  for (const std::string text :
       {"k: a b!c", "k: 'it''s a!b'", "k: \"a\\tb\\\"!c\"", "k: \"\\u00e9\\U0001F600\\x41 !c\"",
        "k: >-\n  a b\n  c d!e\n", "k: |\n  a\n    b\n  c!d\n", "k: a b\n  c!d\n"}) {
    EXPECT_EQ(place(text, '!'), text.find('!')) << text;
  }
}

TEST(YamlReader, takes_no_tags_anchors_aliases_or_repeated_keys) {
  EXPECT_NE(problem_in("a: !include x").message.find("tag"), std::string::npos);
  EXPECT_NE(problem_in("a: &x 1").message.find("anchors"), std::string::npos);
  EXPECT_NE(problem_in("<<: 1").message.find("merge"), std::string::npos);
  const Problem twice = problem_in("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(twice.span.begin, 10U);
  EXPECT_NE(problem_in("[a]: 1").message.find("key"), std::string::npos);
  EXPECT_NE(problem_in("a\n---\nb\n").message.find("second document"), std::string::npos);
}

TEST(YamlReader, tells_where_the_syntax_is_wrong) {
  const Problem problem = problem_in("a: 1\nb: [1, 2\nc: 3\n");
  EXPECT_EQ(problem.kind, ProblemKind::SyntaxError);
  EXPECT_GT(problem.span.begin, 4U);
  EXPECT_EQ(problem_in(std::string_view("a\0b", 3)).span.begin, 1U);
}

TEST(YamlReader, gives_a_value_that_is_left_out_the_place_of_its_key) {
  const std::string text = "a:\nb: null\nc: [~, x]\n";
  const Value value = read(text);
  EXPECT_EQ(under(text, value.as_object().find("a")->origin()), "a");
  EXPECT_EQ(under(text, value.as_object().find("b")->origin()), "null");
  EXPECT_EQ(under(text, value.as_object().find("c")->as_array().members[0].origin()), "~");
}

TEST(YamlReader, takes_no_bytes_that_are_no_text) {
  EXPECT_EQ(problem_in("a: \xEF\xBF\xBD b\xFF").span.begin, 8U);
  EXPECT_EQ(problem_in(std::string_view("\xFF\xFE"
                                        "a\0",
                                        4))
                .span.begin,
            0U);
}

TEST(YamlReader, stops_at_the_limit_of_nesting) {
  EXPECT_EQ(problem_in(std::string(300, '[') + std::string(300, ']')).kind,
            ProblemKind::LimitExceeded);
  // far beyond what the library's own recursion takes
  (void)problem_in(std::string(100'000, '['));
  (void)problem_in(std::string(100'000, '{'));
}

std::string content(std::string_view text) {
  Problems problems;
  const auto value = read_yaml(text, FileId::kNone, Limits(), problems, YamlUse::Content);
  return value ? to_json(*value) : "?" + problems.back().message;
}

TEST(YamlReader, reads_content_as_bicep_types_it) {
  EXPECT_EQ(content("[1, ' 2', '3', ~, 'null', '', True, yes, 0x1F, 1.5, \"1,234\"]"),
            R"([1," 2","3",null,null,null,true,"yes","0x1F",1.5,"1,234"])");
  EXPECT_EQ(content("a: |\n  12\nb: 1,234.5\nc: 1,2,a\n"), R"({"a":12,"b":1234.5,"c":"1,2,a"})");
}

TEST(YamlReader, follows_aliases_in_content) {
  EXPECT_EQ(content("a: &x {v: 1}\nb: *x\n<<: *x\nc: &y z\n*y : 2\n"),
            R"({"a":{"v":1},"b":{"v":1},"<<":{"v":1},"c":"z","z":2})");
  EXPECT_EQ(content("a: &x [*x]\n"), "?an alias stands for a value that is not complete");
}

TEST(YamlReader, bounds_what_aliases_make) {
  std::string text = "a0: &a0 [xxxxxxxxxx]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    const std::string name = "a" + std::to_string(i);
    text.append(name).append(": &").append(name).append(" [").append(before);
    text.append(", ").append(before).append("]\n");
  }
  EXPECT_EQ(content(text), "?aliases make the document too large");
}

}  // namespace
}  // namespace exr
