#include "source/source_file.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

TEST(SourceFile, counts_columns_in_utf16_units) {
  // a letter of two bytes, then one outside the basic plane: four bytes, two units
  const SourceFile file("a.bicep", "\xC3\xA9\xF0\x9F\x98\x80x\nnext");
  EXPECT_EQ(file.position_at(0), (Position{1, 1}));
  EXPECT_EQ(file.position_at(2), (Position{1, 2}));
  EXPECT_EQ(file.position_at(6), (Position{1, 4}));
  EXPECT_EQ(file.position_at(8), (Position{2, 1}));
}

TEST(SourceFile, ends_lines_at_either_line_break) {
  const SourceFile file("a.bicep", "one\r\ntwo\nthree");
  EXPECT_EQ(file.line_count(), 3U);
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.line(2), "two");
  EXPECT_EQ(file.line(3), "three");
  EXPECT_EQ(file.line(4), "");
  EXPECT_EQ(file.position_at(5), (Position{2, 1}));
}

TEST(SourceFile, ends_lines_at_a_lone_carriage_return) {
  const SourceFile file("a.bicep", "one\rtwo\r\n\rfour\n\nsix\r");
  EXPECT_EQ(file.line_count(), 7U);
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.line(2), "two");
  EXPECT_EQ(file.line(3), "");
  EXPECT_EQ(file.line(4), "four");
  EXPECT_EQ(file.line(5), "");
  EXPECT_EQ(file.line(6), "six");
}

TEST(SourceFile, counts_columns_of_endless_lines) {
  // three bytes and one unit each, so that characters lie across the steps of a KiB
  std::string text = "first\n";
  constexpr std::uint32_t kSigns = 100'000;
  for (std::uint32_t i = 0; i < kSigns; ++i) text += "\xE2\x82\xAC";
  const SourceFile file("plan.json", text);
  EXPECT_EQ(file.position_at(6 + 3 * (kSigns - 1)), (Position{2, kSigns}));
  EXPECT_EQ(file.position_at(6 + 3 * 50'000), (Position{2, 50'001}));
  EXPECT_EQ(file.position_at(6 + 3 * 10), (Position{2, 11}));
}

TEST(SourceFile, takes_an_offset_past_the_end_for_the_end) {
  const SourceFile file("a.bicep", "ab");
  EXPECT_EQ(file.position_at(99), (Position{1, 3}));
  EXPECT_EQ(file.slice({FileId{}, 1, 2}), "b");
}

}  // namespace
}  // namespace exr
