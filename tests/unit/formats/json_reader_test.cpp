#include "formats/json_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr FileId kFile{3};

std::string read(std::string_view text) {
  Problems problems;
  const auto value = read_json(text, kFile, Limits{}, problems);
  EXPECT_EQ(problems.empty(), value.has_value());
  return value ? to_json(*value) : problems.back().message;
}

TEST(JsonReader, ReadsWhatAzureAccepts) {
  EXPECT_EQ(read(R"({"a": [1, -2, 2.5, true, null, "x"]})"), R"({"a":[1,-2,2.5,true,null,"x"]})");
  EXPECT_EQ(read("// first\n{ /* why */ \"a\": 1, } // last"), R"({"a":1})");
  EXPECT_EQ(read("\xEF\xBB\xBF[1,]"), "[1]");
  EXPECT_EQ(read("['it\\'s', '\"']"), R"(["it's","\""])");
  EXPECT_EQ(read("[\"[concat(\n  'a')]\"]"), "[\"[concat(\\n  'a')]\"]");
  EXPECT_EQ(read(R"("\u00fc\ud83d\ude00\n")"), "\"\xC3\xBC\xF0\x9F\x98\x80\\n\"");
  EXPECT_EQ(read("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(read("{a: 1, 'a': 2}"), R"({"a":2})");
}

TEST(JsonReader, KnowsThePlaceOfEveryValueAndKey) {
  const std::string text = "// c\n{ \"key\": [ 12, 'x' ] }";
  Problems problems;
  const auto value = read_json(text, kFile, Limits{}, problems);
  ASSERT_TRUE(value);
  const auto at = [&](const Span& span) { return text.substr(span.begin, span.end - span.begin); };
  EXPECT_EQ(at(value->origin()), "{ \"key\": [ 12, 'x' ] }");
  const Object::Property& property = value->as_object().properties()[0];
  EXPECT_EQ(at(property.name_span), "\"key\"");
  EXPECT_EQ(at(property.value.origin()), "[ 12, 'x' ]");
  EXPECT_EQ(at(property.value.as_array().members[0].origin()), "12");
  EXPECT_EQ(at(property.value.as_array().members[1].origin()), "'x'");
}

TEST(JsonReader, SaysWhatIsWrongAndWhere) {
  Problems problems;
  const std::string text = "{\n \"a\" 1}";
  EXPECT_FALSE(read_json(text, kFile, Limits{}, problems));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].kind, ProblemKind::SyntaxError);
  EXPECT_EQ(problems[0].span, (Span{kFile, 7, 8}));
  EXPECT_EQ(problems[0].message, "expected `:` after a property name, found `1`");
  for (const char* wrong : {"", "{", "[1", "[1 2]", "\"x", "{\"a\":}", "tru", "1 2", "/* x",
                            "\"\\q\"", "\"\\u12\"", "--1", "nan"}) {
    EXPECT_FALSE(read_json_text(wrong, Limits{}).ok()) << wrong;
  }
}

TEST(JsonReader, StopsAtTheLimitOfNesting) {
  Limits limits;
  limits.nesting = 10;
  Problems problems;
  EXPECT_TRUE(read_json(std::string(10, '[') + std::string(10, ']'), kFile, limits, problems));
  EXPECT_FALSE(read_json(std::string(12, '['), kFile, limits, problems));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].kind, ProblemKind::LimitExceeded);
}

}  // namespace
}  // namespace exr
