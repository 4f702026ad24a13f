#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "house/floor_plan.h"

namespace house {
namespace {

// The table of docs/ARCHITECTURE.md: a header whose name begins so may be named only in files whose
// paths begin so.
struct Guest {
  std::string header;
  std::vector<std::string> rooms;
};

const std::vector<Guest>& guests() {
  static const std::vector<Guest> kGuests = {
      {"<tree_sitter/", {"linter/syntax/", "linter/hcl/"}},
      {"<yaml-cpp/", {"linter/formats/yaml_reader.cpp"}},
      {"<simdjson", {"tests/bench/json_yardstick.cpp"}},
      {"<nlohmann/", {"linter/formats/", "linter/reporters/"}},
      {"<re2/", {"linter/expression/"}},
      {"<CLI/", {"linter/cli/"}},
  };
  return kGuests;
}

bool begins_with_one_of(const std::string& path, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& beginning) { return path.starts_with(beginning); });
}

std::vector<std::string> complaints_about_libraries(const TreeFile& file) {
  std::vector<std::string> complaints;
  for (const std::string& line : file.lines()) {
    const auto name = included_name(line);
    if (!name) continue;
    const std::string header = "<" + name->substr(1);
    for (const Guest& guest : guests()) {
      if (header.starts_with(guest.header) && !begins_with_one_of(file.path, guest.rooms)) {
        complaints.push_back(file.path + " may not name " + *name);
      }
    }
    if (header.starts_with("<fmt/") && !file.path.ends_with(".cpp")) {
      complaints.push_back(file.path + ": fmt belongs into a .cpp");
    }
  }
  return complaints;
}

TEST(Libraries, complains_about_guests_in_the_wrong_room) {
  const std::string text =
      "#include <fmt/format.h>\n#include <vector>\n#include <yaml-cpp/yaml.h>\n"
      "#include \"nlohmann/json.hpp\"\n";
  EXPECT_EQ(complaints_about_libraries({.path = "linter/value/print.h", .text = text}).size(), 3U);
  EXPECT_EQ(complaints_about_libraries({.path = "linter/formats/yaml_reader.cpp", .text = text}),
            std::vector<std::string>{});
}

bool names_header(const TreeFile& file, const std::string& beginning) {
  const auto lines = file.lines();
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    const auto name = included_name(line);
    return name && ("<" + name->substr(1)).starts_with(beginning);
  });
}

// A parser or a regular expression engine is wrapped once, in one file of its room.
TEST(House, wrapped_libraries_have_one_wrapper) {
  const std::vector<std::pair<std::string, std::string>> wrapped = {
      {"<tree_sitter/", "linter/syntax"},
      {"<tree_sitter/", "linter/hcl"},
      {"<re2/", "linter/expression"}};
  for (const auto& [header, room] : wrapped) {
    std::vector<std::string> wrappers;
    for (const TreeFile& file : files_below(room, {".cpp", ".h"})) {
      if (names_header(file, header)) wrappers.push_back(file.path);
    }
    EXPECT_LE(wrappers.size(), 1U) << listed(wrappers);
  }
}

TEST(House, every_library_stays_in_its_room) {
  std::vector<std::string> complaints;
  for (const TreeFile& file : files_below("linter", {".cpp", ".h"})) {
    const auto found = complaints_about_libraries(file);
    complaints.insert(complaints.end(), found.begin(), found.end());
  }
  EXPECT_EQ(listed(complaints), "");
}

}  // namespace
}  // namespace house
