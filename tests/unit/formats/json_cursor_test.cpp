#include "formats/json_cursor.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/json_values.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr FileId kFile{3};

Value read_with(JsonCursor& cursor) {
  JsonNames names;
  return JsonValues(names).read(cursor);
}

// What the cursor says of a text that it skips: `right`, or the message with its place.
std::string skipped(std::string_view text, const Limits& limits = {}) {
  JsonCursor cursor(text, kFile, limits);
  cursor.skip();
  if (cursor.finish()) return "right";
  return std::to_string(cursor.problem().span.begin) + ": " + cursor.problem().message;
}

std::string read(std::string_view text) {
  JsonCursor cursor(text, kFile, Limits{});
  const Value value = read_with(cursor);
  return cursor.finish() ? to_json(value) : cursor.problem().message;
}

TEST(JsonCursor, PassesWhatIsJson) {
  for (const char* right :
       {"{}", "[]", " [ ] ", "0", "-0", "-12.5e+3", "1E9", "\"\"", "true", "false", "null",
        "[[],{},[{}]]", R"({"a":{"b":[1,"x",null]},"":0})", R"("\"\\\/\b\f\n\r\t\u00FC")",
        "\t{\r\n\"a\" :\n1 }\n", "\xEF\xBB\xBF[1]", "\"\x7F\xC3\xBC\xF0\x9F\x98\x80\xEF\xBF\xBD\"",
        R"("\ud800")"}) {
    EXPECT_EQ(skipped(right), "right") << right;
    EXPECT_EQ(read(right).find("expected"), std::string::npos) << right;
  }
}

TEST(JsonCursor, PassesNothingElse) {
  for (const char* wrong : {"",
                            " ",
                            "{",
                            "[",
                            "[1",
                            "[1,]",
                            "{\"a\":1,}",
                            "{,}",
                            "[,]",
                            "[1 2]",
                            "{\"a\" 1}",
                            "{\"a\":}",
                            "{a:1}",
                            "{'a':1}",
                            "{1:1}",
                            "tru",
                            "truex",
                            "true\"x\"",
                            "nulll",
                            "nan",
                            "1 2",
                            "01",
                            "1.",
                            ".5",
                            "+1",
                            "1e",
                            "--1",
                            "0x1",
                            "1\"a\"",
                            "\"a\"x",
                            "\"a\"\"b\"",
                            "]",
                            "[}",
                            "{]",
                            "[1}}",
                            "// c\n1",
                            "[1]/**/",
                            "\"x",
                            "\"x\\",
                            "\"\\u12",
                            "\"\\q\"",
                            "\"\\u12g4\"",
                            "\"a\nb\"",
                            "\"\t\"",
                            "\"\xFF\"",
                            "\"\xC3\"",
                            "\xC3\xBC",
                            "[\x01]",
                            "\\\"a\"",
                            "\"\xED\xA0\x80\"",
                            "\"\xC0\x80\"",
                            "{\"a\":1,\"b\"}",
                            "[1][2]"}) {
    EXPECT_NE(skipped(wrong), "right") << wrong;
    JsonCursor cursor(wrong, kFile, Limits{});
    read_with(cursor);
    EXPECT_FALSE(cursor.finish()) << wrong;
    EXPECT_EQ(cursor.kind(), JsonKind::Nothing) << wrong;
  }
}

// The blocks of the index end in every possible byte of the text.
TEST(JsonCursor, SeesTheSameWhereverBlocksEnd) {
  const std::string text = R"({"k\\\"\u00e9":["a\\","\\\\\\\"",-1.5e3,true,{"ü😀":null}]})";
  const std::string expected = read(text);
  EXPECT_EQ(expected,
            "{\"k\\\\\\\"\xC3\xA9\":[\"a\\\\\",\"\\\\\\\\\\\\\\\"\",-1500,true,{\"ü😀\":null}]}");
  for (std::size_t blanks = 0; blanks < 2 * kJsonBlock; ++blanks) {
    const std::string moved = std::string(blanks, ' ') + text;
    EXPECT_EQ(read(moved), expected) << blanks;
    EXPECT_EQ(skipped(moved), "right") << blanks;
    EXPECT_EQ(skipped("[" + moved + ",\"\\x\"]"),
              std::to_string(moved.size() + 3) + ": this escape in a string is none of JSON");
  }
}

TEST(JsonCursor, SaysWhereTheTextIsBroken) {
  EXPECT_EQ(skipped("{\n \"a\" 1}"), "7: expected `:` after a property name, found `1`");
  EXPECT_EQ(skipped("[1 2]"), "3: expected `,` or `]` in an array, found `2`");
  EXPECT_EQ(skipped("{\"a\":1 2}"), "7: expected `,` or `}` in an object, found `2`");
  EXPECT_EQ(skipped("[1,{\"a\":[2"),
            "10: the text ends before the JSON value is complete, as if it was cut off");
  EXPECT_EQ(skipped("[\"abc"), "5: the text ends in the middle of a string, as if it was cut off");
  EXPECT_EQ(skipped("[\"ab\xFF\"]"), "4: this byte is no UTF-8");
  EXPECT_EQ(skipped("[\"\\u12\"]"), "2: `\\u` in a string needs four hexadecimal digits");
  EXPECT_EQ(skipped("[\"a\n"),
            "3: a control character stands in a string, as if its closing quote were missing; JSON "
            "writes it as an escape");
  EXPECT_EQ(skipped("[1] x"), "4: unexpected `x` after the end of the JSON value");
}

TEST(JsonCursor, LimitsHowDeepContainersStand) {
  Limits limits;
  limits.nesting = 3;
  EXPECT_EQ(skipped("[[[1]]]", limits), "right");
  EXPECT_EQ(skipped("[[[[1]]]]", limits),
            "3: JSON is nested more than 3 levels deep (limit `nesting`)");
  JsonCursor cursor("[[[[", kFile, limits);
  read_with(cursor);
  ASSERT_TRUE(cursor.failed());
  EXPECT_EQ(cursor.problem().kind, ProblemKind::LimitExceeded);
}

// More containers than a word has bits.
TEST(JsonCursor, KnowsHowEachContainerIsClosed) {
  std::string opened;
  std::string closed;
  for (int i = 0; i < 100; ++i) {
    opened += i % 3 == 0 ? "[" : "{\"a\":";
    closed.insert(0, i % 3 == 0 ? "]" : "}");
  }
  EXPECT_EQ(skipped(opened + "1" + closed), "right");
  EXPECT_EQ(read(opened + "1" + closed), opened + "1" + closed);
  for (std::size_t i = 0; i < closed.size(); ++i) {
    std::string wrong = closed;
    wrong[i] = wrong[i] == ']' ? '}' : ']';
    EXPECT_EQ(skipped(opened + "1" + wrong).substr(0, skipped(opened + "1" + wrong).find(':')),
              std::to_string(opened.size() + 1 + i));
  }
}

TEST(JsonCursor, VisitsMembersInOrder) {
  const std::string text = R"( {"a\u0062": "x\ty", "n": [1, {"q": [2]}, 3], "t": true, "e": {}} )";
  JsonCursor cursor(text, kFile, Limits{});
  std::string seen;
  cursor.enter();
  while (cursor.next_member()) {
    seen += std::string(cursor.name()) + "=";
    if (cursor.kind() == JsonKind::String) {
      seen += cursor.string();
    } else if (cursor.kind() == JsonKind::Array) {
      cursor.enter();
      while (cursor.next_element()) {
        const Span span = cursor.skip();
        seen.append("<").append(text, span.begin, span.end - span.begin).append(">");
      }
    } else if (cursor.kind() == JsonKind::Boolean) {
      seen += cursor.boolean() ? "yes" : "no";
    } else {
      cursor.enter();
      EXPECT_FALSE(cursor.next_member());
    }
    seen += ";";
  }
  EXPECT_TRUE(cursor.finish());
  EXPECT_EQ(seen, "ab=x\ty;n=<1><{\"q\": [2]}><3>;t=yes;e=;");
}

TEST(JsonCursor, ReadsNumbersAsWritten) {
  EXPECT_EQ(read("[9223372036854775807,-9223372036854775808,2.50,1e2,9223372036854775808]"),
            "[9223372036854775807,-9223372036854775808,2.5,100,9223372036854775808]");
  JsonCursor huge("-1e999", kFile, Limits{});
  EXPECT_LT(huge.number().value, -1e308);
  JsonCursor tiny("1e-999", kFile, Limits{});
  EXPECT_EQ(tiny.number().value, 0);
}

TEST(JsonCursor, ReadsSurrogates) {
  EXPECT_EQ(read(R"("\ud83d\ude00")"), "\"\xF0\x9F\x98\x80\"");
  EXPECT_EQ(read(R"("\ud83dx\ude00")"), "\"\xEF\xBF\xBDx\xEF\xBF\xBD\"");
  EXPECT_EQ(read(R"("\ud83d\u0041")"),
            "\"\xEF\xBF\xBD"
            "A\"");
}

TEST(JsonCursor, KeepsTheLastOfARepeatedName) {
  EXPECT_EQ(read(R"({"a":1,"b":2,"a":3})"), R"({"a":3,"b":2})");
  EXPECT_EQ(read(R"({"a":1,"A":2})"), R"({"a":1,"A":2})");
  EXPECT_EQ(read(R"({"a":1,"a":2,"b":3,"b":4})"), R"({"a":2,"b":4})");
  EXPECT_EQ(read(R"({"B":1,"b":2,"c":3,"B":4,"b":5,"c":6})"), R"({"B":4,"b":5,"c":6})");
}

TEST(JsonCursor, CountsPlacesFromTheStartOfTheFile) {
  const std::string text = R"({"skip": "", "key": [ 12, "x" ]   })";
  JsonCursor cursor(text, kFile, Limits{}, text.find('['));
  const Value value = read_with(cursor);
  const auto at = [&](const Span& span) { return text.substr(span.begin, span.end - span.begin); };
  EXPECT_EQ(at(value.origin()), "[ 12, \"x\" ]");
  EXPECT_EQ(at(value.as_array().members[0].origin()), "12");
  EXPECT_EQ(at(value.as_array().members[1].origin()), "\"x\"");
  JsonCursor whole(text, kFile, Limits{});
  const Value document = read_with(whole);
  EXPECT_EQ(at(document.origin()), R"({"skip": "", "key": [ 12, "x" ]   })");
  EXPECT_EQ(at(document.as_object().properties()[1].name_span), "\"key\"");
}

TEST(JsonCursor, RejectsAValueForItsReader) {
  JsonCursor cursor("[1, 2]", kFile, Limits{});
  cursor.enter();
  ASSERT_TRUE(cursor.next_element());
  cursor.reject("no `1` here");
  EXPECT_FALSE(cursor.next_element());
  EXPECT_FALSE(cursor.finish());
  EXPECT_EQ(cursor.problem().message, "no `1` here");
  EXPECT_EQ(cursor.problem().span, (Span{kFile, 1, 2}));
}

}  // namespace
}  // namespace exr
