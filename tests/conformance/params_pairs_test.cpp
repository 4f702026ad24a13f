// Parameter files beside the JSON that the compiler makes of them: both give the same values. What
// two experimental features write beside the parameters (`extensionConfigs`, `usingConfig`) gives
// no parameter a value, and is not compared.

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "conformance/corpus.h"
#include "conformance/parameter_file.h"
#include "conformance/value_difference.h"
#include "value/print.h"
#include "value/trail.h"

namespace exr {
namespace {

namespace fs = std::filesystem;

// The values of the environment in which the pair was compiled, which is not ours.
bool is_of_environment(const Value& value) {
  return value.is_unknown() &&
         canonical_text(value).find("readEnvironmentVariable(") != std::string::npos;
}

struct Figures {
  std::size_t files = 0;
  std::size_t known = 0;
  // Unknown on both sides, with the same text
  std::size_t unknown = 0;
  std::size_t of_environment = 0;

  void compare(const Argument& expected, const Argument& found, const std::string& where) {
    if (is_of_environment(found.value)) {
      ++of_environment;
      return;
    }
    const std::string wanted = canonical_text(expected.value);
    const std::string text = canonical_text(found.value);
    EXPECT_EQ(text, wanted) << where << " " << found.name;
    EXPECT_EQ(is_secure(found.value.trail()), is_secure(expected.value.trail()))
        << where << " " << found.name;
    ++(found.value.is_unknown() ? unknown : known);
  }
};

std::map<std::string, Argument> by_name(const std::vector<Argument>& arguments) {
  std::map<std::string, Argument> result;
  for (const Argument& argument : arguments) result.insert_or_assign(argument.name, argument);
  return result;
}

void compare_files(const fs::path& source, const fs::path& compiled, Figures& figures) {
  conformance::ParameterFile file;
  const auto expected = by_name(file.arguments(compiled.generic_string()));
  const auto found = by_name(file.arguments(source.generic_string()));
  EXPECT_EQ(file.problem_lines(), "") << source;
  EXPECT_EQ(found.size(), expected.size()) << source;
  for (const auto& [name, argument] : expected) {
    const auto same = found.find(name);
    if (same == found.end())
      ADD_FAILURE() << source << " has no `" << name << "`";
    else
      figures.compare(argument, same->second, source.generic_string());
  }
  ++figures.files;
}

TEST(ParameterPairs, HaveTheSameValues) {
  const auto corpus = conformance::find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(*corpus / "params-pairs"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  Figures figures;
  for (const fs::path& folder : folders) {
    for (const char* name : {"parameters.bicepparam", "parameters.formatted.bicepparam"})
      compare_files(folder / name, folder / "parameters.json", figures);
  }
  std::cout << "params-pairs: " << figures.files << " files of " << folders.size()
            << " folders compared; " << figures.known << " values known and the same, "
            << figures.unknown << " unknown on both sides with the same text, "
            << figures.of_environment
            << " left out (`readEnvironmentVariable`: the environment is never read)\n";
  EXPECT_GT(folders.size(), 0U);
}

}  // namespace
}  // namespace exr
