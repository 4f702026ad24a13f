#include "syntax/bicep_comments.h"

#include <gtest/gtest.h>

#include <string>

namespace exr {
namespace {

std::string comments_in(std::string_view text) {
  std::string found;
  for (const Comment& comment : bicep_comments(text))
    found += std::string(text.substr(comment.begin, comment.end - comment.begin)) + "|";
  return found;
}

TEST(BicepComments, are_found_to_their_ends) {
  EXPECT_EQ(comments_in("a // one\r\nb /* two\n */ c // three"), "// one|/* two\n */|// three|");
  EXPECT_EQ(comments_in("/* without an end"), "/* without an end|");
}

TEST(BicepComments, are_not_in_strings) {
  EXPECT_EQ(comments_in("'https://a' // b"), "// b|");
  EXPECT_EQ(comments_in("'it\\'s // no' // b"), "// b|");
  EXPECT_EQ(comments_in("'''// no\n'' // no''''' // b"), "// b|");
}

TEST(BicepComments, are_found_in_the_holes_of_strings) {
  EXPECT_EQ(comments_in("'${a /* in */} // no ${ {b: '// no'}.b } // no' // b"), "/* in */|// b|");
}

TEST(BicepComments, are_found_after_a_broken_string) {
  EXPECT_EQ(comments_in("a: 'open\n// b"), "// b|");
}

}  // namespace
}  // namespace exr
