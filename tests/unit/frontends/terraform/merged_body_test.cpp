#include "frontends/terraform/merged_body.h"

#include <gtest/gtest.h>

#include "formats/json_reader.h"
#include "value/print.h"

namespace exr {
namespace {

Value json_value(std::string_view text) {
  Result<Value> value = read_json_text(text, Limits());
  EXPECT_TRUE(value.ok());
  return value.ok() ? value.value() : Value();
}

std::string merged(std::string_view body, std::string_view edit, ListEdit lists) {
  return to_json(merged_body(json_value(body), json_value(edit), lists));
}

TEST(MergedBody, is_merged_deeply) {
  EXPECT_EQ(merged(R"({"a":{"b":1,"c":2}})", R"({"a":{"c":3,"d":4}})", ListEdit::Replace),
            R"({"a":{"b":1,"c":3,"d":4}})");
}

TEST(MergedBody, has_lists_replaced_or_longer) {
  EXPECT_EQ(merged(R"({"a":[1]})", R"({"a":[2]})", ListEdit::Replace), R"({"a":[2]})");
  EXPECT_EQ(merged(R"({"a":[1]})", R"({"a":[2]})", ListEdit::Append), R"({"a":[1,2]})");
}

TEST(MergedBody, is_unknown_where_nobody_knows_whether_it_is_merged) {
  EXPECT_EQ(to_json(possibly_merged_body(json_value(R"({"a":{"b":1},"x":2})"),
                                         json_value(R"({"a":{"c":3}})"), "edit")),
            R"({"a":{"b":1,"c":{"$unknown":"edit.a.c"}},"x":2})");
}

}  // namespace
}  // namespace exr
