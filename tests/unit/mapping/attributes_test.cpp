// When an attribute is set, when it is not, and when it is not known.

#include <gtest/gtest.h>

#include "unit/mapping/mapping_driver.h"

namespace exr {
namespace {

std::string x_of(const std::string& right_side, std::string_view attributes,
                 std::string_view expressions = {}, int major = 4) {
  return SmallMapping(set_x(right_side)).body(attributes, expressions, major);
}

TEST(MappingAttributes, null_and_empty_are_not_set) {
  for (const char* empty : {"null", "\"\"", "[]", "{}"}) {
    EXPECT_EQ(x_of("text", "{\"text\": " + std::string(empty) + "}"), "{}") << empty;
  }
  EXPECT_EQ(x_of("text", "{}"), "{}");
  EXPECT_EQ(x_of("flag", R"({"flag": false})"), R"({"x":false})");
  EXPECT_EQ(x_of("count", R"({"count": 0})"), R"({"x":0})");
}

TEST(MappingAttributes, lists_and_maps_pass_through) {
  EXPECT_EQ(x_of("words", R"({"words": ["a", {"$unknown": "b"}]})"),
            R"({"x":["a",{"$unknown":"b"}]})");
  EXPECT_EQ(x_of("labels", R"({"labels": {"a": "b"}})"), R"({"x":{"a":"b"}})");
}

TEST(MappingAttributes, what_the_provider_fills_in_is_unknown_only_where_it_is_written) {
  const char* unknown = R"({"filled": {"$unknown": "a.filled"}})";
  EXPECT_EQ(x_of("filled", unknown, R"({"other": {"constant_value": 1}})"), "{}");
  EXPECT_EQ(x_of("filled | default 4", unknown, R"({"other": {"constant_value": 1}})"),
            R"({"x":4})");
  EXPECT_EQ(x_of("filled", unknown, R"({"filled": {"references": ["var.a"]}})"),
            R"({"x":{"$unknown":"a.filled"}})");
  // a function without arguments
  EXPECT_EQ(x_of("filled", unknown, R"({"filled": {}})"), R"({"x":{"$unknown":"a.filled"}})");
  EXPECT_EQ(x_of("filled", unknown, R"({"filled": {"constant_value": null}})"), "{}");
}

TEST(MappingAttributes, what_the_provider_never_fills_in_is_the_user_s) {
  // a `dynamic` block leaves nothing in the configuration
  EXPECT_EQ(x_of("single.text", R"({"single": [{"text": {"$unknown": "a"}}]})", R"({"other": {}})"),
            R"({"x":{"$unknown":"a"}})");
  EXPECT_EQ(
      x_of("single.filled", R"({"single": [{"filled": {"$unknown": "a"}}]})", R"({"other": {}})"),
      "{}");
}

TEST(MappingAttributes, without_configuration_everything_counts_as_written) {
  EXPECT_EQ(x_of("filled", R"({"filled": {"$unknown": "a"}})"), R"({"x":{"$unknown":"a"}})");
}

TEST(MappingAttributes, majors_differ_in_what_the_provider_fills_in) {
  const char* unknown = R"({"late": {"$unknown": "a"}})";
  EXPECT_EQ(x_of("late", unknown, R"({"other": {}})", 3), R"({"x":{"$unknown":"a"}})");
  EXPECT_EQ(x_of("late", unknown, R"({"other": {}})", 4), "{}");
  EXPECT_EQ(x_of("late", unknown, R"({"other": {}})", 9), "{}");
}

TEST(MappingAttributes, blocks_of_one_element_are_entered) {
  EXPECT_EQ(x_of("single.text", R"({"single": [{"text": "a"}]})"), R"({"x":"a"})");
  EXPECT_EQ(x_of("single.inner.text", R"({"single": [{"inner": [{"text": "a"}]}]})"),
            R"({"x":"a"})");
  EXPECT_EQ(x_of("single.text", R"({"single": []})"), "{}");
  EXPECT_EQ(x_of("many.text", R"({"many": [{"text": "a"}, {"text": "b"}]})"), "{}");
}

TEST(MappingAttributes, what_is_in_an_unknown_block_is_unknown) {
  EXPECT_EQ(x_of("single.inner.text", R"({"single": {"$unknown": "a.single"}})"),
            R"({"x":{"$unknown":"a.single.inner.text"}})");
}

TEST(MappingAttributes, expressions_of_blocks_are_found) {
  const char* values = R"({"single": [{"filled": {"$unknown": "a"}}]})";
  EXPECT_EQ(x_of("single.filled", values, R"({"single": [{"filled": {"references": []}}]})"),
            R"({"x":{"$unknown":"a"}})");
  EXPECT_EQ(x_of("single.filled", values, R"({"single": [{"text": {"references": []}}]})"), "{}");
  // an attribute that is written as a whole, as `security_rule = [...]`
  EXPECT_EQ(x_of("single.filled", values, R"({"single": {"references": ["local.a"]}})"),
            R"({"x":{"$unknown":"a"}})");
}

TEST(MappingAttributes, a_renamed_attribute_has_the_name_that_is_written) {
  const std::string names = "new_name // old_name | default false";
  const char* new_is_unknown = R"({"old_name": true, "new_name": {"$unknown": "a.new_name"}})";
  EXPECT_EQ(x_of(names, new_is_unknown, R"({"old_name": {"constant_value": true}})"),
            R"({"x":true})");
  // an update: the other one has what the state had
  EXPECT_EQ(x_of(names, R"({"old_name": true, "new_name": false})",
                 R"({"old_name": {"constant_value": true}})"),
            R"({"x":true})");
  EXPECT_EQ(x_of(names, R"({"old_name": true, "new_name": false})",
                 R"({"new_name": {"constant_value": false}})"),
            R"({"x":false})");
  EXPECT_EQ(x_of(names, R"({"old_name": {"$unknown": "a"}, "new_name": {"$unknown": "b"}})",
                 R"({"old_name": {"references": ["var.a"]}})"),
            R"({"x":{"$unknown":"a"}})");
  EXPECT_EQ(x_of(names, R"({"old_name": {"$unknown": "a"}, "new_name": {"$unknown": "b"}})",
                 R"({"text": {}})"),
            R"({"x":false})");
}

TEST(MappingAttributes, a_renamed_attribute_of_a_state_has_the_name_that_is_known) {
  EXPECT_EQ(x_of("new_name // old_name", R"({"old_name": true, "new_name": null})"),
            R"({"x":true})");
  EXPECT_EQ(x_of("new_name // old_name", R"({"old_name": 1, "new_name": {"$unknown": "b"}})"),
            R"({"x":1})");
}

TEST(MappingAttributes, computed_ones_show_where_they_are_known) {
  const SmallMapping mapping("type: My.Net/things\ncomputed: {status: properties.state}\n");
  EXPECT_EQ(mapping.body(R"({"status": "Ready"})", R"({"text": {}})"),
            R"({"properties":{"state":"Ready"}})");
  EXPECT_EQ(mapping.body(R"({"status": {"$unknown": "a.status"}})", R"({"text": {}})"), "{}");
}

}  // namespace
}  // namespace exr
