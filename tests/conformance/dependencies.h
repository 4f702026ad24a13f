#pragma once

#include <set>
#include <string>

#include "graph/resource_graph.h"

namespace conformance {

/// What a resource waits for, in the two ways of writing it.
struct Dependencies {
  std::set<std::string> ids;
  /// Of a loop the symbol stands for all its rounds.
  std::set<std::string> symbols;
};

/// What the resource names, in whatever way. An `existing` one among that waits for nothing itself:
/// what it names stands in its place, as in the compiled template.
Dependencies dependencies_of(const exr::ResourceGraph& graph, exr::ResourceHandle resource);

}  // namespace conformance
