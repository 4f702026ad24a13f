#include "app/ignore_patterns.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

bool ignores(std::string_view patterns, std::string_view path, EntryKind kind = EntryKind::File) {
  return IgnorePatterns::parse(patterns).judge(path, kind) == IgnoreVerdict::Ignored;
}

TEST(NameFits, knows_wildcards_and_classes) {
  EXPECT_TRUE(name_fits("main.bicep", "*.bicep"));
  EXPECT_TRUE(name_fits("main.bicep", "ma?n.*"));
  EXPECT_TRUE(name_fits("b7", "[a-c][!0-5]"));
  EXPECT_FALSE(name_fits("b3", "[a-c][!0-5]"));
  EXPECT_TRUE(name_fits("]", "[]]"));
  EXPECT_TRUE(name_fits("*", "\\*"));
  EXPECT_FALSE(name_fits("a", "\\*"));
  EXPECT_FALSE(name_fits("a", "[a"));
  EXPECT_FALSE(name_fits("main.bicep", "main"));
}

TEST(NameFits, takes_no_time_over_many_stars) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  EXPECT_FALSE(name_fits(std::string(4000, 'a'), pattern + "b"));
}

TEST(IgnorePatterns, without_a_slash_fit_at_any_depth) {
  EXPECT_TRUE(ignores("out", "out"));
  EXPECT_TRUE(ignores("out", "a/b/out"));
  EXPECT_FALSE(ignores("out", "a/outer"));
}

TEST(IgnorePatterns, with_a_slash_count_from_their_folder) {
  EXPECT_TRUE(ignores("/out", "out"));
  EXPECT_FALSE(ignores("/out", "a/out"));
  EXPECT_TRUE(ignores("a/*.bicep", "a/x.bicep"));
  EXPECT_FALSE(ignores("a/*.bicep", "a/b/x.bicep"));
  EXPECT_FALSE(ignores("a/*.bicep", "z/a/x.bicep"));
}

TEST(IgnorePatterns, know_two_stars) {
  EXPECT_TRUE(ignores("**/out", "a/b/out"));
  EXPECT_TRUE(ignores("a/**/x", "a/x"));
  EXPECT_TRUE(ignores("a/**/x", "a/b/c/x"));
  EXPECT_TRUE(ignores("archive/**", "archive/a/b"));
  EXPECT_FALSE(ignores("archive/**", "archive", EntryKind::Folder));
}

TEST(IgnorePatterns, with_a_slash_at_the_end_fit_folders_only) {
  EXPECT_TRUE(ignores("build/", "a/build", EntryKind::Folder));
  EXPECT_FALSE(ignores("build/", "a/build", EntryKind::File));
}

TEST(IgnorePatterns, let_the_last_one_decide) {
  EXPECT_FALSE(ignores("*.bicep\n!keep.bicep", "keep.bicep"));
  EXPECT_TRUE(ignores("!keep.bicep\n*.bicep", "keep.bicep"));
}

TEST(IgnorePatterns, leave_out_comments_and_blanks) {
  EXPECT_FALSE(ignores("# out\n\n", "# out"));
  EXPECT_TRUE(ignores("\\#a  \r\n", "#a"));
  EXPECT_TRUE(ignores("\\!a", "!a"));
}

}  // namespace
}  // namespace exr
