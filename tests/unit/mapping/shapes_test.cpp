// Objects, lists and texts that mappings put together.

#include <gtest/gtest.h>

#include "unit/mapping/mapping_driver.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {
namespace {

std::string x_of(const std::string& right_side, std::string_view attributes,
                 std::string_view expressions = {}) {
  return SmallMapping(set_x(right_side)).body(attributes, expressions);
}

TEST(MappingShapes, paths_make_objects_that_are_left_out_when_empty) {
  const SmallMapping mapping(
      "type: My.Net/things\nset: {a.b: text, a.c.d: other, \"a.e['f.g']\": flag}\n");
  EXPECT_EQ(mapping.body(R"({"text": "1", "other": "2", "flag": true})"),
            R"({"a":{"b":"1","c":{"d":"2"},"e":{"f.g":true}}})");
  EXPECT_EQ(mapping.body(R"({"other": "2"})"), R"({"a":{"c":{"d":"2"}}})");
  EXPECT_EQ(mapping.body("{}"), "{}");
}

TEST(MappingShapes, mixins_add_their_paths) {
  const SmallMapping mapping("type: My.Net/things\nuse: [shared]\nset: {shared.a: other}\n");
  EXPECT_EQ(mapping.body(R"({"text": "1", "other": "2"})"), R"({"shared":{"text":"1","a":"2"}})");
}

TEST(MappingShapes, alternatives_give_the_first_that_is_set) {
  const std::string sides = "[text, \"other | list\", \"=last | if flag\"]";
  EXPECT_EQ(x_of(sides, R"({"text": "1", "other": "2"})"), R"({"x":"1"})");
  EXPECT_EQ(x_of(sides, R"({"other": "2"})"), R"({"x":["2"]})");
  EXPECT_EQ(x_of(sides, R"({"flag": true})"), R"({"x":"last"})");
  EXPECT_EQ(x_of(sides, "{}"), "{}");
  EXPECT_EQ(x_of(sides, R"({"text": {"$unknown": "a"}, "other": "2"})"), unknown_x("a"));
}

TEST(MappingShapes, each_makes_an_object_of_every_element) {
  const std::string side =
      "{each: many, use: [per_element], set: {a: text, n: $index1, r: $root.text}}";
  EXPECT_EQ(x_of(side, R"({"text": "top", "many": [{"text": "1", "other": "o"}, {"text": ""}]})"),
            R"({"x":[{"inner":"o","a":"1","n":1,"r":"top"},{"n":2,"r":"top"}]})");
  EXPECT_EQ(x_of(side, R"({"many": []})"), "{}");
  EXPECT_EQ(x_of(side, "{}"), "{}");
}

TEST(MappingShapes, each_of_an_unknown_list_is_unknown) {
  EXPECT_EQ(x_of("{each: many, set: {a: text}}", R"({"many": {"$unknown": "a.many"}})"),
            unknown_x("a.many"));
}

TEST(MappingShapes, each_keeps_elements_that_are_not_known) {
  EXPECT_EQ(x_of("{each: many, set: {a: text, b: =c}}", R"({"many": [{"$unknown": "e"}]})"),
            R"({"x":[{"a":{"$unknown":"e.text"},"b":"c"}]})");
  EXPECT_EQ(x_of("{each: words, set: {a: $value}}", R"({"words": ["1", {"$unknown": "e"}]})"),
            R"({"x":[{"a":"1"},{"a":{"$unknown":"e"}}]})");
}

TEST(MappingShapes, each_goes_over_words_and_maps) {
  EXPECT_EQ(x_of("{each: words, set: {id: $value}}", R"({"words": ["1", "2"]})"),
            R"({"x":[{"id":"1"},{"id":"2"}]})");
  EXPECT_EQ(x_of("{each: labels, set: {k: $key, v: $value}}", R"({"labels": {"a": "b"}})"),
            R"({"x":[{"k":"a","v":"b"}]})");
  EXPECT_EQ(x_of("{each: many, value: text}", R"({"many": [{"text": "1"}, {}, {"text": "2"}]})"),
            R"({"x":["1","2"]})");
  EXPECT_EQ(x_of("{each: many, set: {w: {each: words, value: $value}}}",
                 R"({"many": [{"words": ["1"]}, {}]})"),
            R"({"x":[{"w":["1"]},{}]})");
}

TEST(MappingShapes, each_keeps_what_an_open_list_says) {
  const SmallMapping mapping(set_x("{each: many, set: {a: text}}"));
  Array many;
  many.add(value_of(R"({"text": "1"})"), false);
  many.open = true;
  many.open_text = "a.many";
  Object attributes;
  attributes.set("many", Value::array(std::move(many)));
  const Value values = Value::object(std::move(attributes));
  const Value none = Value::null();
  const MappingResult result = map_resource(mapping.mapping(), {.type = "azurerm_thing",
                                                                .address = "a",
                                                                .attributes = values,
                                                                .expressions = none,
                                                                .place = {}});
  const Array& x = result.resources.front().body.as_object().find("x")->as_array();
  EXPECT_TRUE(x.open);
  EXPECT_EQ(x.open_text, "a.many");
  EXPECT_FALSE(x.is_certain(0));
}

TEST(MappingShapes, in_each_what_any_block_writes_counts_as_written) {
  const char* values =
      R"({"many": [{"filled": {"$unknown": "a"}}, {"filled": {"$unknown": "b"}}]})";
  EXPECT_EQ(x_of("{each: many, set: {f: filled}}", values,
                 R"({"many": [{}, {"filled": {"references": []}}]})"),
            R"({"x":[{"f":{"$unknown":"a"}},{"f":{"$unknown":"b"}}]})");
  EXPECT_EQ(x_of("{each: many, set: {f: filled}}", values, R"({"many": [{"text": {}}, {}]})"),
            R"({"x":[{},{}]})");
}

TEST(MappingShapes, if_makes_an_object_or_nothing) {
  const std::string side = "{if: single, set: {a: single.text, b: =c}}";
  EXPECT_EQ(x_of(side, R"({"single": [{"text": "1"}]})"), R"({"x":{"a":"1","b":"c"}})");
  EXPECT_EQ(x_of(side, R"({"single": []})"), "{}");
  EXPECT_EQ(x_of(side, R"({"single": {"$unknown": "a.single"}})"), unknown_x("a.single"));
  EXPECT_EQ(x_of("{if: single and text==a, set: {b: =c}}", R"({"single": [{}], "text": "b"})"),
            "{}");
}

TEST(MappingShapes, concat_joins_objects_and_lists) {
  const std::string side =
      "{concat: [{if: text, set: {a: text}}, {each: many, set: {a: text}}, words]}";
  EXPECT_EQ(x_of(side, R"({"text": "1", "many": [{"text": "2"}], "words": ["3"]})"),
            R"({"x":[{"a":"1"},{"a":"2"},"3"]})");
  EXPECT_EQ(x_of(side, "{}"), "{}");
}

TEST(MappingShapes, concat_with_an_unknown_part_is_open) {
  const SmallMapping mapping(set_x("{concat: [{if: text, set: {a: text}}, words]}"));
  const MappingResult result = mapping.result(R"({"text": "1", "words": {"$unknown": "a.words"}})");
  const Array& x = result.resources.front().body.as_object().find("x")->as_array();
  EXPECT_EQ(x.size(), 1U);
  EXPECT_TRUE(x.open);
  EXPECT_EQ(x.open_text, "a.words");
}

TEST(MappingShapes, templates_need_all_parts_but_optional_ones) {
  const std::string side = "\"{text}{count?}_{other}\"";
  EXPECT_EQ(x_of(side, R"({"text": "a", "count": 2, "other": "b"})"), R"({"x":"a2_b"})");
  EXPECT_EQ(x_of(side, R"({"text": "a", "other": "b"})"), R"({"x":"a_b"})");
  EXPECT_EQ(x_of(side, R"({"text": "a"})"), "{}");
}

TEST(MappingShapes, templates_with_an_unknown_part_are_partly_known) {
  const SmallMapping mapping(set_x("\"{text}_{other}\""));
  const MappingResult result = mapping.result(R"({"text": "a", "other": {"$unknown": "a.other"}})");
  const Value& x = *result.resources.front().body.as_object().find("x");
  EXPECT_EQ(known_prefix(x), "a_");
  EXPECT_EQ(x.as_unknown().text, "a_${a.other}");
}

TEST(MappingShapes, three_dots_merge_an_object_and_later_paths_replace) {
  const SmallMapping mapping("type: My.Net/things\nset: {\"...\": text | json, location: other}\n");
  EXPECT_EQ(mapping.body(R"({"text": "{\"location\": \"a\", \"p\": {}}", "other": "b"})"),
            R"({"location":"b","p":{}})");
  EXPECT_EQ(mapping.body(R"({"text": "{\"location\": \"a\"}"})"), R"({"location":"a"})");
  const MappingResult result = mapping.result(R"({"text": {"$unknown": "a.text"}, "other": "b"})");
  const Object& body = result.resources.front().body.as_object();
  EXPECT_TRUE(body.is_open());
  EXPECT_EQ(body.open_text(), "json(a.text)");
  EXPECT_EQ(to_json(*body.find("location")), "\"b\"");
}

}  // namespace
}  // namespace exr
