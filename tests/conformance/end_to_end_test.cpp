// Published end-to-end tests of modules: each expands without a Problem, and to the same graph
// whether it calls the module's source or what the compiler made of it. Those that do not are
// listed with their reasons in end_to_end_exceptions.tsv.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "conformance/canonical_graph.h"
#include "conformance/corpus.h"
#include "conformance/edited_files.h"
#include "conformance/exceptions.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModules = "/templates/Azure+bicep-registry-modules/";

// Where all tests are deployed to.
constexpr const char* kPlace = R"(deployment:
  tenantId: 11111111-1111-1111-1111-111111111111
  managementGroup: mg-hub
  subscriptionId: 00000000-0000-0000-0000-000000000000
  resourceGroup: rg-hub
  location: westeurope
)";

// The text of a test that calls the compiled module instead of its source.
std::string calling_compiled(std::string text) {
  constexpr std::string_view kSource = "'../../../main.bicep' =";
  constexpr std::string_view kCompiled = "'../../../main.json' =";
  std::size_t place = text.find(kSource);
  EXPECT_NE(place, std::string::npos);
  while (place != std::string::npos) {
    text.replace(place, kSource.size(), kCompiled);
    place = text.find(kSource, place);
  }
  return text;
}

void print_reasons(const std::map<std::string, std::size_t>& reasons) {
  constexpr std::size_t kMost = 10;
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [reason, count] : reasons) sorted.emplace_back(count, reason);
  std::sort(sorted.rbegin(), sorted.rend());
  sorted.resize(std::min(sorted.size(), kMost));
  for (const auto& [count, reason] : sorted) std::cout << "  " << count << " " << reason << "\n";
}

class EndToEnd : public testing::Test {
 protected:
  void SetUp() override {
    const auto corpus = find_corpus();
    if (!corpus) GTEST_SKIP() << "no conformance corpus";
    root_ = fs::absolute(*corpus).generic_string();
  }

  CanonicalGraph graph_of(const std::string& path, exr::FileSystem& files) const {
    // the module library's own pipeline replaces the token `#_namePrefix_#`, which is too long a
    // name
    return canonical_graph(path, root_, files, {{.name = "namePrefix", .text = "avmx"}});
  }

  // What is wrong with a test; empty if nothing is.
  std::string complaint_about(const std::string& test) {
    const std::string path = root_ + kModules + test;
    EditedFiles files;
    files.write(root_ + "/.exrlint.yaml", std::string(kRegistryConfiguration) + kPlace);
    const CanonicalGraph source = graph_of(path, files);
    leaves_ += source.leaves;
    if (!source.problems.empty()) return "problem: " + source.problems.front().message;
    files.write(path, calling_compiled(read_bytes(path)));
    const CanonicalGraph compiled = graph_of(path, files);
    if (!compiled.problems.empty())
      return "problem with the compiled module: " + compiled.problems.front().message;
    if (source.text == compiled.text) return "";
    return "the graphs differ:\n" + first_difference(source.text, compiled.text);
  }

  std::string root_;
  LeafCounts leaves_;
};

TEST_F(EndToEnd, a_module_and_its_compiled_form_give_the_same_graph) {
  Exceptions exceptions("end_to_end_exceptions.tsv");
  int all = 0;
  int good = 0;
  for (const auto& fields : read_rows(root_ + "/templates/TESTS.tsv")) {
    const std::string& test = fields[0];
    const std::string complaint = complaint_about(test);
    ++all;
    good += complaint.empty() ? 1 : 0;
    const std::string* reason = exceptions.find(test);
    if (reason == nullptr) {
      EXPECT_EQ(complaint, "") << test;
      continue;
    }
    EXPECT_NE(complaint, "") << test << " is listed as an exception, but nothing is wrong with it";
    std::cout << test << ": " << *reason << "\n";
  }
  EXPECT_EQ(exceptions.unmet(), "");
  const std::size_t leaves = leaves_.known + leaves_.unknown;
  std::cout << "end-to-end tests: " << good << " of " << all
            << " without a Problem and the same through source and compiled module; "
            << leaves_.unknown << " of " << leaves << " leaves unknown, above all:\n";
  print_reasons(leaves_.reasons);
  EXPECT_GT(all, 0);
  EXPECT_LE(leaves_.unknown * 10, leaves);
}

}  // namespace
}  // namespace conformance
