#include <gtest/gtest.h>

#include <cstddef>

#include "house/tree.h"

namespace house {
namespace {

constexpr std::size_t kSourceLines = 500;
constexpr std::size_t kHeaderLines = 200;

std::vector<std::string> complaints_about_size(const TreeFile& file) {
  const std::size_t limit = file.path.ends_with(".h") ? kHeaderLines : kSourceLines;
  const std::size_t count = file.lines().size();
  if (count <= limit) return {};
  return {file.path + " has " + std::to_string(count) + " lines, more than " +
          std::to_string(limit)};
}

std::string repeated_line(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "x\n";
  return text;
}

TEST(Sizes, a_file_may_be_as_long_as_its_limit) {
  EXPECT_TRUE(complaints_about_size({.path = "a.cpp", .text = repeated_line(500)}).empty());
  EXPECT_FALSE(complaints_about_size({.path = "a.cpp", .text = repeated_line(501)}).empty());
  EXPECT_TRUE(complaints_about_size({.path = "a.h", .text = repeated_line(200)}).empty());
  EXPECT_FALSE(complaints_about_size({.path = "a.h", .text = repeated_line(201)}).empty());
}

TEST(House, no_file_is_too_long) {
  std::vector<std::string> complaints;
  for (const std::string folder : {"linter", "tests"}) {
    for (const TreeFile& file : files_below(folder, {".cpp", ".h"})) {
      const auto found = complaints_about_size(file);
      complaints.insert(complaints.end(), found.begin(), found.end());
    }
  }
  EXPECT_EQ(listed(complaints), "");
}

TEST(House, no_scanner_is_too_long) {
  for (const std::string& grammar : folders_in("grammars")) {
    const TreeFile scanner = read_tree_file("grammars/" + grammar + "/src/scanner.c");
    EXPECT_EQ(listed(complaints_about_size(scanner)), "");
  }
}

}  // namespace
}  // namespace house
