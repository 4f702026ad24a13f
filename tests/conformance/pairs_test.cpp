// Bicep files beside what the official compiler made of them: both give the same graph, byte for
// byte. The pairs that do not are listed with their reasons in pairs_exceptions.tsv. Of Bicep that
// was made from JSON, or written beside it by hand, only the differences are told.

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <ostream>
#include <string>
#include <vector>

#include "conformance/canonical_graph.h"
#include "conformance/corpus.h"
#include "conformance/edited_files.h"
#include "conformance/exceptions.h"
#include "conformance/graph_difference.h"

namespace conformance {
namespace {

struct Pair {
  // below `templates/`
  std::string source;
  std::string compiled;
  std::string kind;
};

std::vector<Pair> read_pairs(const std::string& corpus) {
  std::vector<Pair> pairs;
  for (const auto& fields : read_rows(corpus + "/templates/PAIRS.tsv")) {
    const std::string folder = fields[0].starts_with("history(") ? "" : fields[0] + "/";
    pairs.push_back(
        {.source = folder + fields[1], .compiled = folder + fields[2], .kind = fields[3]});
  }
  return pairs;
}

struct Figures {
  int all = 0;
  int equal = 0;
  LeafCounts source;
  LeafCounts compiled;
  // pairs whose source leaves more unknown
  int more_unknown = 0;
};

std::ostream& operator<<(std::ostream& stream, const Figures& figures) {
  return stream << figures.equal << " of " << figures.all
                << " equal; leaves known/unknown: " << figures.source.known << "/"
                << figures.source.unknown << " of sources, " << figures.compiled.known << "/"
                << figures.compiled.unknown
                << " of the other side; pairs with more unknown in the source: "
                << figures.more_unknown << "\n";
}

class PairsConformance : public testing::Test {
 protected:
  void SetUp() override {
    const auto corpus = find_corpus();
    if (!corpus) GTEST_SKIP() << "no conformance corpus";
    root_ = std::filesystem::absolute(*corpus).generic_string();
    files_.write(root_ + "/.exrlint.yaml", kRegistryConfiguration);
  }

  CanonicalGraph graph_of(const std::string& path) {
    return canonical_graph(root_ + "/templates/" + path, root_, files_);
  }

  // Calls `look(pair, source, compiled)` for each pair of a kind.
  template <typename Look>
  Figures compare(const std::string& kind, const Look& look) {
    Figures figures;
    for (const Pair& pair : read_pairs(root_)) {
      if (pair.kind != kind) continue;
      const CanonicalGraph source = graph_of(pair.source);
      const CanonicalGraph compiled = graph_of(pair.compiled);
      ++figures.all;
      figures.equal += source.text == compiled.text ? 1 : 0;
      figures.source += source.leaves;
      figures.compiled += compiled.leaves;
      figures.more_unknown += source.leaves.unknown > compiled.leaves.unknown ? 1 : 0;
      look(pair, source, compiled);
    }
    EXPECT_GT(figures.all, 0);
    return figures;
  }

  void expect_equal(const std::string& kind) {
    Exceptions exceptions("pairs_exceptions.tsv");
    const auto look = [&](const Pair& pair, const CanonicalGraph& source,
                          const CanonicalGraph& compiled) {
      const std::string* reason = exceptions.find(pair.compiled);
      if (reason == nullptr) {
        EXPECT_TRUE(source.text == compiled.text)
            << pair.source << " and " << pair.compiled << " differ:\n"
            << first_difference(source.text, compiled.text);
        return;
      }
      EXPECT_NE(source.text, compiled.text) << pair.compiled << " is listed, but equal";
      std::cout << pair.compiled << ": " << *reason << "\n";
    };
    const Figures figures = compare(kind, look);
    std::cout << "pairs of kind " << kind << ": " << figures;
  }

  void tell_differences(const std::string& kind) {
    const auto look = [](const Pair& pair, const CanonicalGraph& source,
                         const CanonicalGraph& other) {
      if (source.text == other.text) return;
      std::cout << pair.source << " and " << pair.compiled << ":\n"
                << graph_difference(source.graph, other.graph);
      for (const exr::Problem& problem : source.problems)
        std::cout << "  problem in the source: " << problem.message << "\n";
      for (const exr::Problem& problem : other.problems)
        std::cout << "  problem in the other side: " << problem.message << "\n";
    };
    const Figures figures = compare(kind, look);
    std::cout << "pairs of kind " << kind << ": " << figures;
  }

  std::string root_;
  EditedFiles files_;
};

TEST_F(PairsConformance, sources_and_what_the_compiler_made_of_them_are_equal) {
  expect_equal("compiled");
}

TEST_F(PairsConformance, sources_and_what_the_compiler_made_with_symbolic_names_are_equal) {
  expect_equal("symbolic");
}

TEST_F(PairsConformance, what_differs_in_bicep_that_was_made_of_json_is_told) {
  tell_differences("decompiled");
}

TEST_F(PairsConformance, what_differs_in_bicep_and_json_by_hand_is_told) {
  tell_differences("handmade");
}

TEST_F(PairsConformance, every_exception_is_a_pair) {
  Exceptions exceptions("pairs_exceptions.tsv");
  for (const Pair& pair : read_pairs(root_)) {
    if (pair.kind == "compiled" || pair.kind == "symbolic") exceptions.find(pair.compiled);
  }
  EXPECT_EQ(exceptions.unmet(), "");
}

}  // namespace
}  // namespace conformance
