#include "reporters/visible_text.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::size_t width_of(std::string_view text) { return take_visible(text).width; }

TEST(VisibleText, EscapesWhatSteersATerminal) {
  EXPECT_EQ(visible("\x1b[2J"), "\\u{1b}[2J");
  EXPECT_EQ(visible("\u009b31m\x7f"), "\\u{9b}31m\\u{7f}");
  EXPECT_EQ(visible("a\r\n\tb"), "a\\r\\n\\tb");
}

TEST(VisibleText, EscapesWhatTurnsOrHidesText) {
  EXPECT_EQ(visible("\u202egpj\u2066\u200b\ufeff"), "\\u{202e}gpj\\u{2066}\\u{200b}\\u{feff}");
  EXPECT_EQ(visible("\U000E0041"), "\\u{e0041}");
}

TEST(VisibleText, BreaksCommandsOfCiRunners) {
  EXPECT_EQ(visible("a ##vso[task.complete]"), "a \\u{23}#vso[task.complete]");
  EXPECT_EQ(visible("###VSO[x]"), "#\\u{23}#VSO[x]");
  EXPECT_EQ(visible("##[error]"), "\\u{23}#[error]");
  EXPECT_EQ(visible("## title"), "## title");
}

TEST(VisibleText, KeepsTheRest) {
  EXPECT_EQ(visible("\u00fcber \U0001F600 \u4f60"), "\u00fcber \U0001F600 \u4f60");
  EXPECT_EQ(visible("\xc3("), "\uFFFD(");
}

TEST(VisibleText, KnowsTheWidthOfACharacter) {
  EXPECT_EQ(width_of("a"), 1U);
  EXPECT_EQ(width_of("\u00fc"), 1U);
  EXPECT_EQ(width_of("\u4f60"), 2U);
  EXPECT_EQ(width_of("\U0001F600"), 2U);
  EXPECT_EQ(width_of("\u0301"), 0U);
  EXPECT_EQ(width_of("\x1b"), 6U);
}

}  // namespace
}  // namespace exr
