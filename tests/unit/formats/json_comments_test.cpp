#include "formats/json_comments.h"

#include <gtest/gtest.h>

#include <string>

namespace exr {
namespace {

std::string comments_in(std::string_view text) {
  std::string found;
  for (const Comment& comment : json_comments(text))
    found += std::string(text.substr(comment.begin, comment.end - comment.begin)) + "|";
  return found;
}

TEST(JsonComments, are_found_outside_of_strings) {
  EXPECT_EQ(comments_in("{ // one\r\n\"a\": \"// no \\\" // no\", /* two */ 'b': '/* no'}// c"),
            "// one|/* two */|// c|");
  EXPECT_EQ(comments_in("[1/2, \"open // no"), "");
  EXPECT_EQ(comments_in("/* open"), "/* open|");
}

}  // namespace
}  // namespace exr
