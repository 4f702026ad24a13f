#include "app/marks.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::string listed(std::string_view text) {
  std::string lines;
  for (const Mark& mark : read_marks(text)) {
    lines += std::to_string(mark.line) + (mark.heads_file ? "* " : " ") +
             std::string(mark_word(mark.kind)) + " " + mark.name + "\n";
  }
  return lines;
}

TEST(Marks, at_the_end_of_a_line_are_about_it) {
  EXPECT_EQ(listed("a: 1 // expect: EXR101\nb # expect-open: EXR2\n"),
            "1 expect EXR101\n2 expect-open EXR2\n");
}

TEST(Marks, alone_on_a_line_are_about_the_next_one) {
  EXPECT_EQ(listed("x\n  // expect: EXR1\n  // expect: EXR2\ny // expect: EXR3\n"),
            "4 expect EXR1\n4 expect EXR2\n4 expect EXR3\n");
}

TEST(Marks, alone_on_the_first_line_are_about_the_file_as_well) {
  EXPECT_EQ(listed("// expect-problem: UnreadableFile\nx\n"), "2* expect-problem UnreadableFile\n");
}

TEST(Marks, may_name_several_rules) {
  EXPECT_EQ(listed("x // expect: EXR1, EXR2 // expect-open: EXR3\n"),
            "1 expect EXR1\n1 expect EXR2\n1 expect-open EXR3\n");
}

TEST(Marks, end_with_the_text_of_json_that_they_stand_in) {
  EXPECT_EQ(listed("{\"note\": \"// expect: EXR1\", \"a\": 1, b}\n"), "1 expect EXR1\n");
  EXPECT_EQ(listed("{\"a\": \"# expect: EXR1\", \"b\": \"# expect: EXR2\"}\n"),
            "1 expect EXR1\n1 expect EXR2\n");
}

TEST(Marks, are_not_what_only_looks_like_one) {
  EXPECT_EQ(listed("url: 'https://expect: EXR1'\n// we expect: EXR1\n// expected: EXR1\n"),
            "1 expect EXR1'\n");
  EXPECT_EQ(listed("// fault: EXR1\nplain expect: EXR1\n"), "");
}

}  // namespace
}  // namespace exr
