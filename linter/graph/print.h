#pragma once

#include <string>

#include "graph/resource_graph.h"
#include "source/source_map.h"

namespace exr {

/// One JSON document, stable and sorted (template-engine, "What the graph looks like when
/// printed").
std::string graph_json(const ResourceGraph& graph, const SourceMap& sources);
/// The same without everything that differs by construction between a Bicep file and its compiled
/// JSON.
std::string canonical_graph_json(const ResourceGraph& graph);
/// For Graphviz and Mermaid.
std::string graph_dot(const ResourceGraph& graph);
std::string graph_mermaid(const ResourceGraph& graph);

}  // namespace exr
