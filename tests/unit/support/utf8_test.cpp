#include "support/utf8.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string characters;
  while (!text.empty()) characters += take_character(text);
  return characters;
}

TEST(Utf8, ReadsEveryLength) {
  EXPECT_EQ(decoded("a\u00fc\u20ac\U0001F600"), U"a\u00fc\u20ac\U0001F600");
  EXPECT_EQ(decoded(std::string_view("\0", 1)), std::u32string(1, U'\0'));
}

TEST(Utf8, WritesWhatItReads) {
  std::string text;
  for (const char32_t character : U"a\u007f\u0080\u07ff\u0800\uffff\U00010000\U0010FFFF")
    append_character(text, character);
  text.pop_back();
  EXPECT_EQ(decoded(text), U"a\u007f\u0080\u07ff\u0800\uffff\U00010000\U0010FFFF");
}

TEST(Utf8, ReplacesTheLongestBeginningOfABrokenSequence) {
  EXPECT_EQ(decoded("\xff"), U"\uFFFD");
  EXPECT_EQ(decoded("\xc3"), U"\uFFFD");
  EXPECT_EQ(decoded("\xe2\x82q"), U"\uFFFDq");
  EXPECT_EQ(decoded("\xf0\x9f\x98"), U"\uFFFD");
  // an overlong form, a surrogate, past the last character: no byte of them begins anything
  EXPECT_EQ(decoded("\xc0\xaf"), U"\uFFFD\uFFFD");
  EXPECT_EQ(decoded("\xed\xa0\x80"), U"\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded("\xf4\x90\x80\x80"), U"\uFFFD\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace exr
