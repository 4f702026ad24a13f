#include <gtest/gtest.h>

#include <optional>

#include "syntax/bicep_string.h"

namespace exr {
namespace {

TEST(BicepString, escapes_are_replaced) {
  EXPECT_EQ(unescaped(R"(a\n\r\t\\\'\${b})"), "a\n\r\t\\'${b}");
  EXPECT_EQ(unescaped(R"(\u{41}\u{e9}\u{20AC}\u{1F600})"), "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
}

TEST(BicepString, two_halves_of_a_pair_are_one_character) {
  EXPECT_EQ(unescaped(R"(a\u{D83D}\u{DE00}b)"),
            "a\xF0\x9F\x98\x80"
            "b");
}

TEST(BicepString, a_bad_escape_stays_and_is_told) {
  for (const std::string_view piece :
       {R"(ab\x)", R"(ab\u{110000})", R"(ab\u{d800})", R"(ab\u{dc00}\u{d800})", R"(ab\u{})",
        R"(ab\u{4)", R"(ab\)"}) {
    std::optional<std::size_t> bad;
    EXPECT_EQ(unescaped(piece, &bad), piece);
    EXPECT_EQ(bad, 2U) << piece;
  }
}

TEST(BicepString, quotes_of_single_line_text) {
  const StringQuotes quotes = quotes_of("'a'");
  EXPECT_EQ(quotes.open, 1U);
  EXPECT_EQ(quotes.close, 1U);
  EXPECT_FALSE(quotes.multi_line);
  EXPECT_FALSE(quotes_of("''").multi_line);
}

TEST(BicepString, the_first_line_break_belongs_to_the_quotes) {
  EXPECT_EQ(quotes_of("'''a'''").open, 3U);
  EXPECT_EQ(quotes_of("'''\na'''").open, 4U);
  EXPECT_EQ(quotes_of("'''\r\na'''").open, 5U);
  EXPECT_EQ(quotes_of("'''\n\na'''").open, 4U);
  const StringQuotes quotes = quotes_of("$$'''\na'''");
  EXPECT_EQ(quotes.open, 6U);
  EXPECT_EQ(quotes.dollars, 2U);
}

}  // namespace
}  // namespace exr
