#pragma once

#include <string>

#include "graph/resource_graph.h"

namespace conformance {

/// The resources in which two graphs differ, one a line: those that only one of them has, and those
/// whose bodies are not the same. Resources are matched by type and name; modules and what exists
/// already do not count.
std::string graph_difference(const exr::ResourceGraph& source, const exr::ResourceGraph& other);

}  // namespace conformance
