#include <gtest/gtest.h>

#include "app/run.h"
#include "golden/fixture_tree.h"
#include "graph/print.h"

namespace exr {
namespace {

std::string graph_of(const std::string& path) {
  RunRequest request;
  request.working_folder = enter_source_tree();
  request.paths = {path};
  request.root = parent_folder(path);
  DiskFileSystem disk;
  SourceMap sources;
  const GraphOutcome outcome = read_graph(request, disk, sources);
  for (const Problem& problem : outcome.problems) ADD_FAILURE() << path << ": " << problem.message;
  return graph_json(outcome.graph, sources);
}

std::string golden_of(const std::string& path) {
  return path.substr(0, path.rfind('.')) + ".graph.json";
}

std::vector<std::string> graph_inputs() {
  std::vector<std::string> inputs;
  for (const std::string& path : entries_of("fixtures/frontends/bicep")) {
    if (path.ends_with(".bicep") || path.ends_with(".bicepparam")) inputs.push_back(path);
  }
  for (const std::string& path : entries_of("fixtures/frontends/arm")) {
    if (path.ends_with(".json") && !path.ends_with(".graph.json")) inputs.push_back(path);
  }
  for (const std::string& folder : entries_of("fixtures/frontends/terraform")) {
    for (const std::string& path : entries_of(folder)) {
      if (path.ends_with("/plan.json") || path.ends_with("/state.json")) inputs.push_back(path);
    }
  }
  inputs.emplace_back("fixtures/projects/hub/prod.bicepparam");
  return inputs;
}

// One golden graph for each construct of the language.
class GraphFixture : public testing::TestWithParam<std::string> {};

TEST_P(GraphFixture, has_its_golden_graph) {
  expect_golden(graph_of(GetParam()), golden_of(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(All, GraphFixture, testing::ValuesIn(graph_inputs()),
                         [](const auto& one) { return test_name(one.param.substr(9)); });

}  // namespace
}  // namespace exr
