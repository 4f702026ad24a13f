#include "house/tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace house {

namespace fs = std::filesystem;

std::vector<std::string> TreeFile::lines() const {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

static std::string read_bytes(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

static bool ends_in_one_of(const std::string& name, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return name.ends_with(ending); });
}

std::vector<TreeFile> files_below(const std::string& folder,
                                  const std::vector<std::string>& endings) {
  std::vector<TreeFile> files;
  if (!fs::is_directory(root() / folder)) return files;
  for (fs::recursive_directory_iterator entry(root() / folder), end; entry != end; ++entry) {
    const std::string path = fs::relative(entry->path(), root()).generic_string();
    if (path == "build" || path == ".git") entry.disable_recursion_pending();
    if (!entry->is_regular_file() || !ends_in_one_of(path, endings)) continue;
    files.push_back({.path = path, .text = read_bytes(entry->path())});
  }
  std::sort(files.begin(), files.end(),
            [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
  return files;
}

TreeFile read_tree_file(const std::string& path) {
  return {.path = path, .text = read_bytes(root() / path)};
}

std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> names;
  if (!fs::is_directory(root() / folder)) return names;
  for (const auto& entry : fs::directory_iterator(root() / folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

fs::path root() { return EXRLINT_SOURCE_DIR; }

std::string listed(const std::vector<std::string>& complaints) {
  std::string text;
  for (const std::string& complaint : complaints) text += complaint + "\n";
  return text;
}

}  // namespace house
