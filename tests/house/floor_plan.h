#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "house/tree.h"

namespace house {

/// One exrlint_room line.
struct Room {
  std::string name;
  int floor = 0;
  std::vector<std::string> uses;
};

/// The rooms by name, as linter/CMakeLists.txt states them.
struct FloorPlan {
  std::map<std::string, Room> rooms;

  /// The room that a path below linter/ belongs to (`frontends/bicep/lower.cpp` ->
  /// `frontends/bicep`); null if none.
  const Room* find_room_of(const std::string& path) const;
};

/// Reads the exrlint_room(...) calls of a CMakeLists text.
FloorPlan read_floor_plan(const std::string& cmake_text);

/// What is wrong with the plan itself: a room used before it stands, or not from above.
std::vector<std::string> complaints_about_plan(const FloorPlan& plan);

/// The #include lines of one file below linter/ that the plan does not allow.
std::vector<std::string> complaints_about_includes(const FloorPlan& plan, const TreeFile& file);

/// The name in an #include line, with its quotes or angle brackets; nothing if the line is no
/// #include.
std::optional<std::string> included_name(const std::string& line);

}  // namespace house
