#include "reporters/json_writer.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::string quoted(std::string_view text) {
  JsonWriter json(0);
  json.text(text);
  return std::move(json).document();
}

TEST(JsonWriter, WritesOuterLevelsAsBlocksAndInnerOnesAsLines) {
  JsonWriter json(2);
  json.begin_object();
  json.number("one", -1);
  json.begin_array("list");
  json.begin_object();
  json.boolean("yes", true);
  json.null("nothing");
  json.end_object();
  json.text("text");
  json.end_array();
  json.begin_array("none");
  json.end_array();
  json.text_or_null("absent", "");
  json.end_object();
  EXPECT_EQ(std::move(json).document(),
            "{\n  \"one\": -1,\n  \"list\": [\n    {\"yes\": true, \"nothing\": null},\n    "
            "\"text\"\n  ],\n"
            "  \"none\": [],\n  \"absent\": null\n}\n");
}

TEST(JsonWriter, EscapesWhatJsonAndTerminalsDoNotTake) {
  EXPECT_EQ(quoted("a\"b\\c\nd\re\tf"), "\"a\\\"b\\\\c\\nd\\re\\tf\"\n");
  EXPECT_EQ(quoted("\x1b[31m\x7f\u009b"), "\"\\u001b[31m\\u007f\\u009b\"\n");
  EXPECT_EQ(quoted(std::string_view("\0", 1)), "\"\\u0000\"\n");
  EXPECT_EQ(quoted("\u00fc\U0001F600"), "\"\u00fc\U0001F600\"\n");
  EXPECT_EQ(quoted("\xff"), "\"\uFFFD\"\n");
}

}  // namespace
}  // namespace exr
