#include "value/print.h"

#include <gtest/gtest.h>

#include <memory>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {
namespace {

Value secret(std::string text) {
  Trail trail;
  trail.kind = Trail::Kind::Parameter;
  trail.secure = true;
  return Value::string(std::move(text)).with_trail(TrailPointer::make(std::move(trail)));
}

TEST(MessageText, prints_arrays_as_elements_and_null_as_not_set) {
  Array array;
  array.add(Value::string("a"));
  array.add(Value::integer(2));
  EXPECT_EQ(message_text(Value::array(array)), "a, 2");
  array.open = true;
  EXPECT_EQ(message_text(Value::array(array)), "a, 2, ...");
  EXPECT_EQ(message_text(Value::null()), "(not set)");
}

TEST(MessageText, masks_what_is_secure_at_any_depth) {
  Object inner;
  inner.set("password", secret("hunter2"));
  inner.set("user", Value::string("admin"));
  Array array;
  array.add(Value::object(inner));
  EXPECT_EQ(message_text(secret("hunter2")), "***");
  EXPECT_EQ(message_text(Value::array(array)), R"({ password: ***, user: "admin" })");
}

TEST(MessageText, names_the_candidates_of_an_unknown) {
  Unknown unknown = make_unknown(UnknownReason::ParameterWithoutValue, "param:tier");
  EXPECT_EQ(message_text(Value::unknown(unknown)), "param:tier");
  unknown.candidates.push_back({{}, Value::string("Standard")});
  unknown.candidates.push_back({{}, Value::string("Premium")});
  EXPECT_EQ(message_text(Value::unknown(unknown)), "Standard or Premium");
}

TEST(Json, escapes_quotes_controls_and_broken_bytes) {
  EXPECT_EQ(json_string("a\"\\\n\x01\xff"), "\"a\\\"\\\\\\n\\u0001\xEF\xBF\xBD\"");
}

TEST(Json, writes_unknown_parts_by_their_text) {
  const Value partly = text_from_pieces({{"er-", true}, {"param:site", false}},
                                        UnknownReason::ParameterWithoutValue);
  Object object;
  object.set("name", partly);
  object.set("absent", Value::null());
  EXPECT_EQ(to_json(Value::object(object)),
            R"({"name":{"$unknown":"er-${param:site}"},"absent":null})");
  EXPECT_EQ(to_sorted_json(Value::object(object)), R"({"name":{"$unknown":"er-${param:site}"}})");
}

TEST(NumberText, is_the_shortest_that_reads_back) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(5), "5");
}

}  // namespace
}  // namespace exr
