#include "reporters/source_frame.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

// The frame of `text` in which the marked bytes stand between `[` and `]`, as its line with the
// marks below.
std::string frame_of(std::string text, std::size_t width = 80) {
  const std::size_t begin = text.find('[');
  text.erase(begin, 1);
  const std::size_t end = text.find(']');
  text.erase(end, 1);
  const SourceFile file("main.bicep", text);
  const SourceFrame frame = source_frame(file,
                                         {.file = FileId{0},
                                          .begin = static_cast<std::uint32_t>(begin),
                                          .end = static_cast<std::uint32_t>(end)},
                                         width);
  return std::to_string(frame.line) + "|" + frame.text + "|" + std::to_string(frame.mark_begin) +
         "+" + std::to_string(frame.mark_width);
}

TEST(SourceFrame, MarksAPlace) {
  EXPECT_EQ(frame_of("a\n  tier: ['Basic']\nb\n"), "2|  tier: 'Basic'|8+7");
  EXPECT_EQ(frame_of("[param] a"), "1|param a|0+5");
}

TEST(SourceFrame, MarksTheFirstLineOfALongerPlace) {
  EXPECT_EQ(frame_of("sku: [{  \r\n  tier: 'Basic'\r\n}]\r\n"), "1|sku: {  |5+1");
}

TEST(SourceFrame, MarksAnEmptyPlace) {
  EXPECT_EQ(frame_of("var a[]\n"), "1|var a|5+1");
  EXPECT_EQ(frame_of("a\n[]"), "2||0+1");
  EXPECT_EQ(frame_of("a\n[\n]b"), "2||0+1");
  EXPECT_EQ(frame_of("[]"), "1||0+1");
}

TEST(SourceFrame, ExpandsTabs) {
  EXPECT_EQ(frame_of("\t[x]"), "1|    x|4+1");
  EXPECT_EQ(frame_of("a\t[x\ty]z"), "1|a   x   yz|4+5");
}

TEST(SourceFrame, CountsColumnsOfWideCombiningAndEscapedCharacters) {
  EXPECT_EQ(frame_of("\u4f60 [x]"), "1|\u4f60 x|3+1");
  EXPECT_EQ(frame_of("[\u4f60]"), "1|\u4f60|0+2");
  EXPECT_EQ(frame_of("e\u0301 [x]"), "1|e\u0301 x|2+1");
  EXPECT_EQ(frame_of("\x1b [x]"), "1|\\u{1b} x|7+1");
  EXPECT_EQ(frame_of("\u00fc\xff [x]"), "1|\u00fc\uFFFD x|3+1");
}

TEST(SourceFrame, LooksPastAByteOrderMark) {
  EXPECT_EQ(frame_of("\uFEFFparam [a] string"), "1|param a string|6+1");
  EXPECT_EQ(frame_of("[\uFEFF]param"), "1|param|0+1");
}

TEST(SourceFrame, CutsALongLineAroundThePlace) {
  const std::string many(100, 'x');
  EXPECT_EQ(frame_of("[ab]" + many, 20), "1|ab" + std::string(16, 'x') + "…|0+2");
  EXPECT_EQ(frame_of(many + "[ab]" + many, 20),
            "1|…" + std::string(6, 'x') + "ab" + std::string(10, 'x') + "…|7+2");
  EXPECT_EQ(frame_of(many + "[ab]", 20), "1|…" + std::string(6, 'x') + "ab|7+2");
  EXPECT_EQ(frame_of(many + "[" + many + "]", 20), "1|…" + std::string(18, 'x') + "…|7+12");
  EXPECT_EQ(frame_of(many + "[]", 20), "1|…" + std::string(6, 'x') + "|7+1");
}

TEST(SourceFrame, CutsAHugeLineBetweenCharacters) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "\u00fc";
  std::string expected = "1|…";
  for (int i = 0; i < 6; ++i) expected += "\u00fc";
  expected += "!";
  for (int i = 0; i < 11; ++i) expected += "\u00fc";
  EXPECT_EQ(frame_of(many + "[!]" + many, 20), expected + "…|7+1");
  EXPECT_EQ(frame_of("[!]" + many, 20).substr(0, 3), "1|!");
}

}  // namespace
}  // namespace exr
