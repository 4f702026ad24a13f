#pragma once

#include <vector>

#include "graph/resource_graph.h"
#include "policy/suppressions.h"
#include "source/source_map.h"
#include "source/span.h"
#include "template/template.h"

namespace exr {

/// Where ignores are looked for. All outlive the search.
struct IgnoreInput {
  const SourceMap& sources;
  const TemplateLibrary& library;
  const ResourceGraph& graph;
  /// Declarations beside those of the graph.
  std::vector<Span> blocks;
};

/// Every ignore in the files of a run: in comments of Bicep, JSON and Terraform's language, and in
/// the `metadata.exrlint.ignore` of JSON resources. A comment is about its line; one that stands
/// alone is about the next line of code, and if a declaration begins there about all of it.
std::vector<Ignore> find_ignores(const IgnoreInput& input);

}  // namespace exr
