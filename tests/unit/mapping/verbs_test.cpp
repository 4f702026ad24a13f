// Each verb of the mapping language, with a value, without one, and with one that is not known.

#include <gtest/gtest.h>

#include "unit/mapping/mapping_driver.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {
namespace {

constexpr const char* kUnknownText = R"({"text": {"$unknown": "a.text"}})";
constexpr const char* kUnknownFlag = R"({"flag": {"$unknown": "a.flag"}})";
constexpr const char* kUnknownWords = R"({"words": {"$unknown": "a.words"}})";
constexpr const char* kOneUnknownWord = R"({"words": ["x", {"$unknown": "a.words[1]"}]})";

std::string x_of(const std::string& right_side, std::string_view attributes, int major = 4) {
  return SmallMapping(set_x(right_side)).body(attributes, {}, major);
}

TEST(MappingVerbs, default_fills_in_what_is_not_set) {
  EXPECT_EQ(x_of("text | default Basic", R"({"text": "Premium"})"), R"({"x":"Premium"})");
  EXPECT_EQ(x_of("text | default Basic", R"({"text": null})"), R"({"x":"Basic"})");
  EXPECT_EQ(x_of("count | default -1", "{}"), R"({"x":-1})");
  EXPECT_EQ(x_of("text | default '2.0'", "{}"), R"({"x":"2.0"})");
  EXPECT_EQ(x_of("text | default 'two words'", "{}"), R"({"x":"two words"})");
}

TEST(MappingVerbs, default_may_differ_in_earlier_majors) {
  EXPECT_EQ(x_of("text | default New lt4=Old", "{}", 3), R"({"x":"Old"})");
  EXPECT_EQ(x_of("text | default New lt4=Old", "{}", 4), R"({"x":"New"})");
  EXPECT_EQ(x_of("text | default New lt4=~", "{}", 3), "{}");
  EXPECT_EQ(x_of("text | default ~ lt5=Old", "{}", 4), R"({"x":"Old"})");
  EXPECT_EQ(x_of("text | default ~ lt5=Old", "{}", 5), "{}");
}

TEST(MappingVerbs, default_leaves_false_zero_and_unknown_alone) {
  EXPECT_EQ(x_of("flag | default true", R"({"flag": false})"), R"({"x":false})");
  EXPECT_EQ(x_of("count | default 4", R"({"count": 0})"), R"({"x":0})");
  EXPECT_EQ(x_of("text | default Basic", kUnknownText), unknown_x("a.text"));
}

TEST(MappingVerbs, bool_says_two_words) {
  EXPECT_EQ(x_of("flag | bool Enabled Disabled", R"({"flag": true})"), R"({"x":"Enabled"})");
  EXPECT_EQ(x_of("flag | bool Enabled Disabled", R"({"flag": false})"), R"({"x":"Disabled"})");
  EXPECT_EQ(x_of("flag | bool true ~", R"({"flag": false})"), "{}");
  EXPECT_EQ(x_of("flag | bool 'true' ~", R"({"flag": true})"), R"({"x":"true"})");
  EXPECT_EQ(x_of("flag | bool Enabled Disabled", "{}"), "{}");
}

TEST(MappingVerbs, bool_of_an_unknown_is_one_of_its_words) {
  const SmallMapping mapping(set_x("flag | bool Enabled Disabled"));
  const MappingResult result = mapping.result(kUnknownFlag);
  const Value& x = *result.resources.front().body.as_object().find("x");
  ASSERT_TRUE(x.is_unknown());
  EXPECT_EQ(x.as_unknown().text, "bool(a.flag)");
  ASSERT_EQ(x.as_unknown().candidates.size(), 2U);
  EXPECT_EQ(x.as_unknown().candidates[0].value.as_string(), "Enabled");
  EXPECT_EQ(x.as_unknown().candidates[1].value.as_string(), "Disabled");
}

TEST(MappingVerbs, not_negates) {
  EXPECT_EQ(x_of("flag | not", R"({"flag": true})"), R"({"x":false})");
  EXPECT_EQ(x_of("flag | default true | not", "{}"), "{\"x\":false}");
  EXPECT_EQ(x_of("flag | not", kUnknownFlag), unknown_x("bool(a.flag)"));
}

TEST(MappingVerbs, eq_compares_with_a_word) {
  EXPECT_EQ(x_of("text | eq Internet", R"({"text": "Internet"})"), R"({"x":true})");
  EXPECT_EQ(x_of("text | eq Internet", R"({"text": "Other"})"), R"({"x":false})");
  EXPECT_EQ(x_of("text | eq Internet", "{}"), "{}");
  EXPECT_EQ(x_of("text | eq Internet", kUnknownText), unknown_x("eq(a.text)"));
}

TEST(MappingVerbs, ref_makes_objects_of_ids) {
  EXPECT_EQ(x_of("text | ref", R"({"text": "/a"})"), R"({"x":{"id":"/a"}})");
  EXPECT_EQ(x_of("words | ref", R"({"words": ["/a", "/b"]})"),
            R"({"x":[{"id":"/a"},{"id":"/b"}]})");
  EXPECT_EQ(x_of("words | ref", kOneUnknownWord),
            R"({"x":[{"id":"x"},{"id":{"$unknown":"a.words[1]"}}]})");
  EXPECT_EQ(x_of("words | ref", kUnknownWords), unknown_x("ref(a.words)"));
}

TEST(MappingVerbs, keys_makes_an_object_of_a_list) {
  EXPECT_EQ(x_of("words | keys", R"({"words": ["/a", "/b"]})"), R"({"x":{"/a":{},"/b":{}}})");
  EXPECT_EQ(x_of("words | keys", R"({"words": []})"), "{}");
  EXPECT_EQ(x_of("words | keys", kUnknownWords), unknown_x("keys(a.words)"));
  EXPECT_EQ(x_of("words | keys", kOneUnknownWord), unknown_x("keys(['x',a.words[1]])"));
}

TEST(MappingVerbs, list_makes_a_list_of_one) {
  EXPECT_EQ(x_of("text | list", R"({"text": "a"})"), R"({"x":["a"]})");
  EXPECT_EQ(x_of("text | list", "{}"), "{}");
  EXPECT_EQ(x_of("text | list", kUnknownText), R"({"x":[{"$unknown":"a.text"}]})");
}

TEST(MappingVerbs, join_and_split) {
  EXPECT_EQ(x_of("words | join ', '", R"({"words": ["a", "b"]})"), R"({"x":"a, b"})");
  EXPECT_EQ(x_of("words | join \",\"", kOneUnknownWord), unknown_x("join(['x',a.words[1]])"));
  EXPECT_EQ(x_of("text | split / 2", R"({"text": "/a/b/c"})"), R"({"x":"b"})");
  EXPECT_EQ(x_of("text | split / -1", R"({"text": "/a/b/c"})"), R"({"x":"c"})");
  EXPECT_EQ(x_of("text | split / 9", R"({"text": "/a/b/c"})"), "{}");
  EXPECT_EQ(x_of("text | split @ 1", kUnknownText), unknown_x("split(a.text)"));
}

TEST(MappingVerbs, json_reads_text_and_leaves_objects) {
  EXPECT_EQ(x_of("text | json", R"({"text": "{\"a\": [1, null]}"})"), R"({"x":{"a":[1,null]}})");
  EXPECT_EQ(x_of("text | json", R"({"text": {"a": 1}})"), R"({"x":{"a":1}})");
  EXPECT_EQ(x_of("text | json", kUnknownText), unknown_x("json(a.text)"));
  EXPECT_EQ(x_of("text | json", R"({"text": "{"})"), unknown_x("json('{')"));
}

TEST(MappingVerbs, without_nulls_goes_deep) {
  EXPECT_EQ(x_of("text | without_nulls", R"({"text": {"a": null, "b": [{"c": null, "d": 1}]}})"),
            R"({"x":{"b":[{"d":1}]}})");
}

TEST(MappingVerbs, loc_spells_locations_as_azure_does) {
  EXPECT_EQ(x_of("text | loc", R"({"text": "West Europe"})"), R"({"x":"westeurope"})");
  EXPECT_EQ(x_of("text | loc", R"({"text": "westeurope"})"), R"({"x":"westeurope"})");
  EXPECT_EQ(x_of("text | loc", kUnknownText), unknown_x("a.text"));
}

TEST(MappingVerbs, unixtime_counts_seconds) {
  EXPECT_EQ(x_of("text | unixtime", R"({"text": "2026-01-02T03:04:05Z"})"), R"({"x":1767323045})");
  EXPECT_EQ(x_of("text | unixtime", R"({"text": "2026-01-02T03:04:05.5+01:30"})"),
            R"({"x":1767317645})");
  EXPECT_EQ(x_of("text | unixtime", R"({"text": "1969-12-31T23:00:00-01:00"})"), R"({"x":0})");
  EXPECT_EQ(x_of("text | unixtime", R"({"text": "2026-02-30T00:00:00Z"})"),
            unknown_x("unixtime('2026-02-30T00:00:00Z')"));
  EXPECT_EQ(x_of("text | unixtime", kUnknownText), unknown_x("unixtime(a.text)"));
}

TEST(MappingVerbs, nonzero_leaves_out_zero) {
  EXPECT_EQ(x_of("count | nonzero", R"({"count": 0})"), "{}");
  EXPECT_EQ(x_of("count | nonzero", R"({"count": 5})"), R"({"x":5})");
  EXPECT_EQ(x_of("count | nonzero", R"({"count": 0.5})"), R"({"x":0.5})");
}

TEST(MappingVerbs, lookup_does_not_know_what_is_not_in_its_table) {
  EXPECT_EQ(x_of("text | lookup roles", R"({"text": "Reader"})"), R"({"x":"2"})");
  EXPECT_EQ(x_of("text | lookup roles", R"({"text": "Custom"})"), unknown_x("lookup('Custom')"));
  EXPECT_EQ(x_of("text | lookup roles", kUnknownText), unknown_x("lookup(a.text)"));
}

TEST(MappingVerbs, if_tests_attributes) {
  EXPECT_EQ(x_of("=yes | if text", R"({"text": "a"})"), R"({"x":"yes"})");
  EXPECT_EQ(x_of("=yes | if text", R"({"text": ""})"), "{}");
  EXPECT_EQ(x_of("=yes | if !text", "{}"), R"({"x":"yes"})");
  EXPECT_EQ(x_of("other | if text==a", R"({"text": "a", "other": "b"})"), R"({"x":"b"})");
  EXPECT_EQ(x_of("other | if text==a", R"({"text": "c", "other": "b"})"), "{}");
  EXPECT_EQ(x_of("other | if text!=a", R"({"other": "b"})"), R"({"x":"b"})");
  EXPECT_EQ(x_of("=yes | if flag==true and count", R"({"flag": true, "count": 1})"),
            R"({"x":"yes"})");
  EXPECT_EQ(x_of("=yes | if flag==true and count", R"({"flag": true})"), "{}");
}

TEST(MappingVerbs, if_takes_an_unknown_text_for_set_but_not_an_unknown_block) {
  EXPECT_EQ(x_of("=yes | if text", kUnknownText), R"({"x":"yes"})");
  EXPECT_EQ(x_of("=yes | if single", R"({"single": {"$unknown": "a.single"}})"),
            unknown_x("if(a.single, 'yes')"));
  EXPECT_EQ(x_of("=yes | if !single", R"({"single": {"$unknown": "a.single"}})"),
            unknown_x("if(a.single, 'yes')"));
  EXPECT_EQ(x_of("=yes | if text==a", kUnknownText), unknown_x("if(a.text, 'yes')"));
}

}  // namespace
}  // namespace exr
