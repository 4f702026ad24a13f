#include <gtest/gtest.h>

#include "app/run.h"
#include "golden/fixture_tree.h"
#include "graph/print.h"

namespace exr {
namespace {

constexpr const char* kFolder = "fixtures/frontends/pairs";

std::string canonical_graph_of(const std::string& path) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.paths = {path};
  request.root = kFolder;
  DiskFileSystem disk;
  SourceMap sources;
  const GraphOutcome outcome = read_graph(request, disk, sources);
  const bool may_complain = fixture_text(path).find("expect-problem: ") != std::string::npos;
  EXPECT_EQ(outcome.problems.empty(), !may_complain) << path;
  return canonical_graph_json(outcome.graph);
}

// Without their endings.
std::vector<std::string> pairs() {
  constexpr std::string_view kEnding = ".bicep";
  std::vector<std::string> names;
  for (const std::string& path : entries_of(kFolder)) {
    if (path.ends_with(kEnding)) names.push_back(path.substr(0, path.size() - kEnding.size()));
  }
  return names;
}

// A template in Bicep and what its compiler makes of it: one graph.
class PairFixture : public testing::TestWithParam<std::string> {};

TEST_P(PairFixture, has_one_golden_graph) {
  const std::string graph = canonical_graph_of(GetParam() + ".bicep");
  expect_golden(graph, GetParam() + ".graph.json");
  EXPECT_EQ(canonical_graph_of(GetParam() + ".json"), graph);
}

INSTANTIATE_TEST_SUITE_P(All, PairFixture, testing::ValuesIn(pairs()),
                         [](const auto& one) { return test_name(one.param.substr(9)); });

}  // namespace
}  // namespace exr
