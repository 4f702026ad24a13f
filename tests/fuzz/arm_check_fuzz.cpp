#include <cstddef>
#include <cstdint>
#include <string>

#include "app/run.h"
#include "frontends/arm/loader.h"
#include "graph/print.h"
#include "support/check.h"

namespace {

// Whatever the bytes, what is said of a template stands in it.
void check_problems(const exr::Problems& problems, const exr::SourceMap& sources) {
  for (const exr::Problem& problem : problems) {
    if (!problem.span.valid()) continue;
    EXR_CHECK(problem.span.begin <= problem.span.end);
    EXR_CHECK(problem.span.end <= sources.file(problem.span.file).text().size());
  }
}

}  // namespace

// A whole run over arbitrary bytes as an ARM template, up to its graph and its findings.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  exr::MemoryFileSystem files;
  files.write("main.json", std::string(reinterpret_cast<const char*>(data), size));
  exr::RunRequest request;
  request.paths = {"main.json"};
  {
    exr::SourceMap sources;
    const exr::GraphOutcome outcome = exr::read_graph(request, files, sources);
    check_problems(outcome.problems, sources);
    EXR_CHECK(!exr::graph_json(outcome.graph, sources).empty());
  }
  exr::SourceMap sources;
  check_problems(exr::lint(request, files, sources).problems, sources);
  return 0;
}
