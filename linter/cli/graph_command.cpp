#include <string>
#include <utility>

#include "app/run.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "graph/print.h"
#include "reporters/registry.h"

namespace exr {

namespace {

std::string printed(const ResourceGraph& graph, const SourceMap& sources, GraphFormat format) {
  switch (format) {
    case GraphFormat::Json:
      return graph_json(graph, sources);
    case GraphFormat::CanonicalJson:
      return canonical_graph_json(graph);
    case GraphFormat::Dot:
      return graph_dot(graph);
    case GraphFormat::Mermaid:
      break;
  }
  return graph_mermaid(graph);
}

// Problems go beside the graph, which programs read.
int complain_about(Problems problems, const SourceMap& sources) {
  Report report;
  report.sources = &sources;
  report.problems = std::move(problems);
  finish(report);
  ReportOptions options;
  options.quiet = true;
  const std::string text = text_reporter().document(report, options);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return exit_code(report, FailOn::Never);
}

}  // namespace

int run_graph(const GraphOptions& options) {
  InputFiles input(options.input);
  SourceMap sources;
  GraphOutcome outcome = read_graph(run_request(options.input, input), input.files(), sources);
  const int code = complain_about(std::move(outcome.problems), sources);
  if (print(printed(outcome.graph, sources, options.format))) return code;
  complain("the graph cannot be written to standard output");
  return kExitUsage;
}

}  // namespace exr
