#include "golden/fixture_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace exr {

namespace fs = std::filesystem;

std::string enter_source_tree() {
  fs::current_path(EXRLINT_SOURCE_DIR);
  return fs::current_path().generic_string();
}

std::vector<std::string> entries_of(const std::string& folder) {
  std::vector<std::string> paths;
  for (const DirectoryEntry& entry : DiskFileSystem().list(EXRLINT_SOURCE_DIR "/" + folder)) {
    if (!entry.name.starts_with('.')) paths.push_back(folder + "/" + entry.name);
  }
  return paths;
}

std::string test_name(const std::string& path) {
  std::string name;
  for (const char letter : path) {
    name += std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
  }
  return name;
}

std::string fixture_text(const std::string& path) {
  std::ifstream stream(EXRLINT_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void expect_golden(const std::string& actual, const std::string& path) {
  const char* update = std::getenv("EXRLINT_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(EXRLINT_SOURCE_DIR "/" + path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(actual, fixture_text(path))
      << "differs from " << path << "; if that is right, EXRLINT_UPDATE_GOLDEN=1 writes it anew";
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace exr
