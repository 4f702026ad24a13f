#include <gtest/gtest.h>

#include <string>

#include "syntax/bicep_nesting.h"

namespace exr {
namespace {

std::string repeated(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

TEST(BicepNesting, brackets_up_to_the_limit_pass) {
  EXPECT_FALSE(find_too_deep("var a = [[[1]]]", 3));
  EXPECT_EQ(find_too_deep("var a = [[[[1]]]]", 3), 11U);
}

TEST(BicepNesting, brackets_side_by_side_are_not_nested) {
  EXPECT_FALSE(find_too_deep(repeated("f(x)[0]{}", 100), 1));
}

TEST(BicepNesting, brackets_in_text_and_comments_do_not_count) {
  EXPECT_FALSE(find_too_deep("'[[[[' // [[[[\n/* [[[[ */ '''\n[[[[''[[' ''' '\\'[[['", 1));
  EXPECT_FALSE(find_too_deep("$'''{{{ ${a} {{{ '''", 1));
}

TEST(BicepNesting, holes_count) {
  EXPECT_FALSE(find_too_deep("'${'${'${a}'}'}'", 3));
  EXPECT_TRUE(find_too_deep("'${'${'${a}'}'}'", 2));
  EXPECT_TRUE(find_too_deep("$$'''$${ [a] }'''", 1));
  EXPECT_FALSE(find_too_deep("$$'''${ [a] }'''", 1)) << "too few dollars open no hole";
}

TEST(BicepNesting, text_goes_on_after_a_hole) {
  EXPECT_FALSE(find_too_deep("'${a}[[[['", 1));
  EXPECT_FALSE(find_too_deep("$'''${a}[[[[\n'''", 1));
}

TEST(BicepNesting, a_line_break_ends_a_broken_string_with_its_holes) {
  EXPECT_FALSE(find_too_deep(repeated("var a = 'it is\n", 400), 4));
  EXPECT_FALSE(find_too_deep(repeated("var a = '${b\n", 400), 4));
}

TEST(BicepNesting, very_deep_text_is_found_at_once) {
  EXPECT_EQ(find_too_deep(repeated("[", 10'000), 256), 256U);
  EXPECT_EQ(find_too_deep(repeated("'${", 10'000), 256), 256U * 3 + 2);
}

}  // namespace
}  // namespace exr
