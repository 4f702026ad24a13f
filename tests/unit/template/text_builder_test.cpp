#include "template/text_builder.h"

#include <gtest/gtest.h>

#include "value/unknown.h"

namespace exr {
namespace {

Value unknown(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::ParameterWithoutValue, std::move(text)));
}

TEST(TextBuilder, joins_what_is_known_to_a_string) {
  EXPECT_EQ(TextBuilder().add("/a/").add(Value::string("b")).text().as_string(), "/a/b");
}

TEST(TextBuilder, keeps_unknown_parts_apart) {
  const Value text = TextBuilder().add("/a/").add(unknown("param:x")).add("/c").text();
  EXPECT_EQ(text.as_unknown().text, "/a/${param:x}/c");
  EXPECT_EQ(known_suffix(text), "/c");
}

TEST(TextBuilder, keeps_the_cases_of_a_part) {
  Unknown tier = make_unknown(UnknownReason::ParameterWithoutValue, "param:tier");
  tier.candidates = {{{{"param:tier", 0}}, Value::string("a")},
                     {{{"param:tier", 1}}, Value::string("b")}};
  const Value text = TextBuilder().add("x-").add(Value::unknown(tier)).text();
  EXPECT_EQ(text.as_unknown().text, "x-${param:tier}");
  ASSERT_EQ(text.as_unknown().candidates.size(), 2u);
  EXPECT_EQ(text.as_unknown().candidates[1].value.as_string(), "x-b");
}

TEST(SlashSegments, cut_known_text_only) {
  const Value text = TextBuilder().add("a/").add(unknown("f('x/y')")).add("-er/c").text();
  const std::vector<Value> segments = slash_segments(text);
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_EQ(plain_text(segments[0]), "a");
  EXPECT_EQ(plain_text(segments[1]), "${f('x/y')}-er");
  EXPECT_EQ(plain_text(segments[2]), "c");
}

}  // namespace
}  // namespace exr
