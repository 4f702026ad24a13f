#include "house/floor_plan.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace house {

const Room* FloorPlan::find_room_of(const std::string& path) const {
  const Room* found = nullptr;
  for (const auto& [name, room] : rooms) {
    if (!path.starts_with(name + "/")) continue;
    if (found == nullptr || name.size() > found->name.size()) found = &room;
  }
  return found;
}

static Room read_room(const std::string& arguments) {
  Room room;
  std::istringstream words(arguments);
  words >> room.name;
  std::string section;
  for (std::string word; words >> word;) {
    if (word == "FLOOR" || word == "USES" || word == "LIBS" || word == "PROGRAM") {
      section = word;
    } else if (section == "FLOOR") {
      room.floor = std::stoi(word);
    } else if (section == "USES") {
      room.uses.push_back(word);
    }
  }
  return room;
}

FloorPlan read_floor_plan(const std::string& cmake_text) {
  static const std::regex kCall(R"(\n\s*exrlint_room\(([^)]*)\))");
  FloorPlan plan;
  const std::string text = "\n" + cmake_text;
  for (std::sregex_iterator call(text.begin(), text.end(), kCall), end; call != end; ++call) {
    Room room = read_room((*call)[1]);
    plan.rooms.emplace(room.name, room);
  }
  return plan;
}

std::vector<std::string> complaints_about_plan(const FloorPlan& plan) {
  std::vector<std::string> complaints;
  for (const auto& [name, room] : plan.rooms) {
    for (const std::string& used : room.uses) {
      const auto found = plan.rooms.find(used);
      if (found == plan.rooms.end()) {
        complaints.push_back(name + " uses " + used + ", which is no room");
      } else if (found->second.floor >= room.floor) {
        complaints.push_back(name + " uses " + used + ", which is not on a lower floor");
      }
    }
  }
  return complaints;
}

std::optional<std::string> included_name(const std::string& line) {
  static const std::regex kInclude(R"(^\s*#\s*include\s+(["<][^">]+[">]).*$)");
  std::smatch match;
  if (!std::regex_match(line, match, kInclude)) return std::nullopt;
  return match[1];
}

static bool may_include(const Room& room, const Room& other) {
  return room.name == other.name ||
         std::find(room.uses.begin(), room.uses.end(), other.name) != room.uses.end();
}

std::vector<std::string> complaints_about_includes(const FloorPlan& plan, const TreeFile& file) {
  std::vector<std::string> complaints;
  const Room* room = plan.find_room_of(file.path.substr(std::string("linter/").size()));
  if (room == nullptr) return {file.path + " is in no room"};
  int number = 0;
  for (const std::string& line : file.lines()) {
    ++number;
    const auto name = included_name(line);
    if (!name || name->front() != '"') continue;
    const std::string path = name->substr(1, name->size() - 2);
    const Room* other = plan.find_room_of(path);
    const std::string place = file.path + ":" + std::to_string(number) + ": ";
    if (other == nullptr) {
      complaints.push_back(place + "`" + path + "` is not given from linter/ on");
    } else if (!may_include(*room, *other)) {
      complaints.push_back(place + room->name + " may not include " + other->name);
    }
  }
  return complaints;
}

}  // namespace house
