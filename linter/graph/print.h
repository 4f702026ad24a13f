#pragma once

#include <string>

#include "graph/resource_graph.h"
#include "source/source_map.h"

namespace exr {

/// One JSON document, stable and sorted (template-engine, "What the graph looks like when
/// printed").
std::string graph_json(const ResourceGraph& graph, const SourceMap& sources);
/// The same without everything that differs by construction between a Bicep file and its compiled
/// JSON: module deployments, `existing` resources, depends-on edges, places, addresses, resource
/// metadata, null properties and the order of keys. Names of properties are in lower case, and so
/// are types, also those in resource IDs: the compiler spells them as their provider does, whatever
/// the source says, and Azure compares them without case.
std::string canonical_graph_json(const ResourceGraph& graph);
/// For Graphviz and Mermaid.
std::string graph_dot(const ResourceGraph& graph);
std::string graph_mermaid(const ResourceGraph& graph);

}  // namespace exr
