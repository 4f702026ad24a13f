#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "conformance/corpus.h"
#include "hcl/hcl_tree.h"
#include "source/source_file.h"
#include "support/limits.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

bool is_hcl(const fs::path& path) {
  return path.extension() == ".tf" || path.extension() == ".tfvars";
}

std::vector<fs::path> hcl_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && is_hcl(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Where the first error of a text stands, empty if there is none.
std::string first_error(const fs::path& path, const std::string& text) {
  const exr::HclOutline outline = exr::outline_hcl(text, exr::Limits{}.nesting);
  if (outline.too_deep) return path.string() + ": too deep";
  const exr::HclTree tree = exr::HclTree::parse(text, outline);
  if (tree.broken().empty()) return "";
  const exr::Position position =
      exr::SourceFile(path, text).position_at(tree.broken().front().token.begin);
  return path.string() + ":" + std::to_string(position.line) + ":" +
         std::to_string(position.column);
}

TEST(HclConformance, every_file_of_the_plans_is_read_without_an_error) {
  const auto plans = find_plans();
  if (!plans) GTEST_SKIP() << "no corpus of plans: set EXRLINT_PLANS to the folder that holds it";
  std::size_t count = 0;
  std::size_t good = 0;
  for (const fs::path& path : hcl_files(*plans)) {
    ++count;
    const std::string error = first_error(path, read_bytes(path));
    good += error.empty() ? 1 : 0;
    EXPECT_EQ(error, "");
  }
  std::cout << "files of HCL without an error: " << good << " of " << count << "\n";
  EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace conformance
