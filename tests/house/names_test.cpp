#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "house/floor_plan.h"

namespace house {
namespace {

// Words that say nothing about what a file is for.
bool says_nothing(const std::string& path) {
  static const std::regex kEmptyWord(
      R"((^|[/_])(utils?|helpers?|managers?|common|base|impl|contexts?|misc)([/_.]|$))");
  return std::regex_search(path, kEmptyWord);
}

bool is_snake_case(const std::string& path) {
  static const std::regex kSnake(R"([a-z0-9_/]+\.(cpp|h))");
  return std::regex_match(path, kSnake);
}

TEST(Names, tell_empty_words_from_whole_ones) {
  EXPECT_TRUE(says_nothing("linter/value/string_utils.h"));
  EXPECT_TRUE(says_nothing("linter/common/text.h"));
  EXPECT_FALSE(says_nothing("linter/formats/database.h"));
  EXPECT_FALSE(is_snake_case("linter/value/Value.h"));
}

TEST(House, every_source_has_a_telling_snake_case_name) {
  std::vector<std::string> complaints;
  for (const std::string folder : {"linter", "tests"}) {
    for (const TreeFile& file : files_below(folder, {".cpp", ".h"})) {
      if (says_nothing(file.path))
        complaints.push_back(file.path + " has a name that says nothing");
      if (!is_snake_case(file.path)) complaints.push_back(file.path + " is not in snake_case");
    }
  }
  EXPECT_EQ(listed(complaints), "");
}

TEST(House, every_header_is_read_once) {
  std::vector<std::string> complaints;
  for (const TreeFile& file : files_below("linter", {".h"})) {
    if (!file.text.starts_with("#pragma once\n")) complaints.push_back(file.path);
  }
  EXPECT_EQ(listed(complaints), "") << "must begin with #pragma once";
}

// A unit test in a folder that is no room would never be built.
TEST(House, every_unit_test_is_in_the_folder_of_a_room) {
  const FloorPlan plan = read_floor_plan(read_tree_file("linter/CMakeLists.txt").text);
  std::vector<std::string> complaints;
  for (const TreeFile& file : files_below("tests/unit", {".cpp"})) {
    const std::string path = file.path.substr(std::string("tests/unit/").size());
    if (plan.find_room_of(path) == nullptr) complaints.push_back(file.path);
  }
  EXPECT_EQ(listed(complaints), "");
}

// The project speaks of itself only, not of the machine that somebody wrote it on.
TEST(House, no_file_names_a_place_outside_of_the_tree) {
  const std::vector<std::string> places = {std::string("/wo") + "rk/", std::string("/tm") + "p/h",
                                           std::string("/ho") + "me/",
                                           std::string("../sh") + "ared"};
  std::vector<std::string> complaints;
  for (const TreeFile& file :
       files_below(".", {".cpp", ".h", ".c", ".js", ".md", ".yaml", ".json", ".bicep",
                         ".bicepparam", ".cmake", ".txt", "exrlint"})) {
    const bool may_name_the_corpus = file.path.starts_with("tests/conformance/");
    for (const std::string& place : places) {
      if (may_name_the_corpus && place.starts_with("..")) continue;
      if (file.text.find(place) != std::string::npos)
        complaints.push_back(file.path + ": " + place);
    }
  }
  EXPECT_EQ(listed(complaints), "");
}

}  // namespace
}  // namespace house
