// Bicep files beside what the official compiler made of them: both give the same graph, byte for
// byte. The pairs that do not are listed with their reasons in pairs_exceptions.tsv.

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "conformance/canonical_graph.h"
#include "conformance/corpus.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

enum class Kind : std::uint8_t { Compiled, Symbolic, Other };

struct Pair {
  // below `templates/`
  std::string source;
  std::string compiled;
  Kind kind = Kind::Other;
};

// The folder of `templates/` that a group of pairs lies in.
struct Group {
  std::string name;
  std::string folder;
};

void PrintTo(const Group& group, std::ostream* stream) { *stream << group.name; }

const std::vector<Group>& groups() {
  static const std::vector<Group> kGroups = {{"compiler", "Azure+bicep/"},
                                             {"modules", "Azure+bicep-registry-modules/"},
                                             {"analyzer", "Azure+template-analyzer/"},
                                             {"history", "history/"}};
  return kGroups;
}

Kind kind_of(const std::string& name) {
  if (name == "compiled") return Kind::Compiled;
  return name == "symbolic" ? Kind::Symbolic : Kind::Other;
}

std::vector<Pair> read_pairs(const fs::path& corpus) {
  std::vector<Pair> pairs;
  for (const auto& fields : read_rows(corpus / "templates/PAIRS.tsv")) {
    const std::string folder = fields[0].starts_with("history(") ? "" : fields[0] + "/";
    pairs.push_back(
        {.source = folder + fields[1], .compiled = folder + fields[2], .kind = kind_of(fields[3])});
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
                << " of compiled; more unknown in the source: " << figures.more_unknown;
}

class PairsConformance : public testing::TestWithParam<Group> {
 protected:
  void SetUp() override {
    const auto corpus = find_corpus();
    if (!corpus) GTEST_SKIP() << "no conformance corpus";
    root_ = corpus->generic_string();
    exceptions_ = read_exceptions("pairs_exceptions.tsv");
  }

  CanonicalGraph graph_of(const std::string& path) {
    return canonical_graph(root_ + "/templates/" + path, root_, files_);
  }

  // One source may be compiled twice.
  const CanonicalGraph& graph_of_source(const std::string& path) {
    if (source_path_ != path) source_ = graph_of(path);
    source_path_ = path;
    return source_;
  }

  void compare(const Pair& pair, Figures& figures) {
    const CanonicalGraph& source = graph_of_source(pair.source);
    const CanonicalGraph compiled = graph_of(pair.compiled);
    const bool is_equal = source.text == compiled.text;
    ++figures.all;
    figures.equal += is_equal ? 1 : 0;
    figures.source += source.leaves;
    figures.compiled += compiled.leaves;
    figures.more_unknown += source.leaves.unknown > compiled.leaves.unknown ? 1 : 0;
    const auto exception = exceptions_.find(pair.compiled);
    if (exception == exceptions_.end()) {
      EXPECT_TRUE(is_equal) << pair.source << " and " << pair.compiled << " differ:\n"
                            << first_difference(source.text, compiled.text);
      return;
    }
    EXPECT_FALSE(is_equal) << pair.compiled << " is listed as an exception, but equals its source";
    std::cout << pair.compiled << ": " << exception->second << "\n";
  }

  std::string root_;
  exr::DiskFileSystem files_;
  std::map<std::string, std::string> exceptions_;
  std::string source_path_;
  CanonicalGraph source_;
};

TEST_P(PairsConformance, source_and_compiled_give_the_same_graph) {
  std::map<Kind, Figures> figures;
  for (const Pair& pair : read_pairs(root_)) {
    if (pair.kind != Kind::Other && pair.source.starts_with(GetParam().folder))
      compare(pair, figures[pair.kind]);
  }
  std::cout << "pairs of " << GetParam().name << ", compiled: " << figures[Kind::Compiled]
            << "\npairs of " << GetParam().name << ", symbolic: " << figures[Kind::Symbolic]
            << "\n";
}

INSTANTIATE_TEST_SUITE_P(Pairs, PairsConformance, testing::ValuesIn(groups()),
                         [](const auto& row) { return row.param.name; });

TEST(Pairs, all_are_in_a_group_and_every_exception_is_a_pair) {
  const auto corpus = find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  std::set<std::string> compared;
  for (const Pair& pair : read_pairs(*corpus)) {
    int count = 0;
    for (const Group& group : groups()) count += pair.source.starts_with(group.folder) ? 1 : 0;
    EXPECT_EQ(count, 1) << pair.source;
    if (pair.kind != Kind::Other) compared.insert(pair.compiled);
  }
  for (const auto& [path, reason] : read_exceptions("pairs_exceptions.tsv")) {
    EXPECT_TRUE(compared.contains(path)) << path;
    EXPECT_FALSE(reason.empty()) << path;
  }
}

}  // namespace
}  // namespace conformance
