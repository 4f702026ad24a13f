#include <gtest/gtest.h>

#include "house/floor_plan.h"

namespace house {
namespace {

FloorPlan plan_of_the_house() {
  return read_floor_plan(read_tree_file("linter/CMakeLists.txt").text);
}

FloorPlan small_plan() {
  return read_floor_plan(
      "# exrlint_room(commented FLOOR 0)\n"
      "exrlint_room(ground FLOOR 0)\n"
      "exrlint_room(wing/left FLOOR 1 USES ground LIBS re2)\n"
      "exrlint_room(wing/right FLOOR 1\n  USES ground)\n");
}

TEST(FloorPlan, reads_rooms_floors_and_uses) {
  const FloorPlan plan = small_plan();
  ASSERT_EQ(plan.rooms.size(), 3U);
  EXPECT_EQ(plan.rooms.at("wing/right").floor, 1);
  EXPECT_EQ(plan.rooms.at("wing/left").uses, std::vector<std::string>{"ground"});
}

TEST(FloorPlan, complains_about_upstairs_and_sideways_uses) {
  const FloorPlan plan = read_floor_plan(
      "exrlint_room(a FLOOR 1 USES b)\nexrlint_room(b FLOOR 1)\nexrlint_room(c FLOOR 0 USES a)\n"
      "exrlint_room(d FLOOR 2 USES cellar)\n");
  EXPECT_EQ(complaints_about_plan(plan).size(), 3U);
}

TEST(FloorPlan, complains_about_each_include_that_is_not_on_the_line) {
  const TreeFile file{
      .path = "linter/wing/left/door.cpp",
      .text =
          "#include \"wing/left/door.h\"\n#include \"ground/stone.h\"\n"
          "#include <vector>\n#include \"wing/right/door.h\"\n#include \"door.h\"\n"};
  const std::vector<std::string> expected = {
      "linter/wing/left/door.cpp:4: wing/left may not include wing/right",
      "linter/wing/left/door.cpp:5: `door.h` is not given from linter/ on"};
  EXPECT_EQ(complaints_about_includes(small_plan(), file), expected);
}

TEST(FloorPlan, complains_about_a_file_in_no_room) {
  const TreeFile file{.path = "linter/attic/box.cpp", .text = ""};
  EXPECT_EQ(complaints_about_includes(small_plan(), file).size(), 1U);
}

TEST(House, every_room_uses_only_lower_floors) {
  const FloorPlan plan = plan_of_the_house();
  EXPECT_GE(plan.rooms.size(), 16U);
  EXPECT_EQ(listed(complaints_about_plan(plan)), "");
}

TEST(House, every_include_points_downstairs) {
  const FloorPlan plan = plan_of_the_house();
  const auto files = files_below("linter", {".cpp", ".h"});
  EXPECT_GT(files.size(), 20U);
  std::vector<std::string> complaints;
  for (const TreeFile& file : files) {
    const auto found = complaints_about_includes(plan, file);
    complaints.insert(complaints.end(), found.begin(), found.end());
  }
  EXPECT_EQ(listed(complaints), "");
}

}  // namespace
}  // namespace house
