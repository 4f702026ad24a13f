#pragma once

#include <string>
#include <vector>

#include "graph/resource_graph.h"

namespace exr {

/// Where a parent may hold a child type: an array of `{ name, properties }` in its body. From the
/// vocabulary's `inline:`.
struct InlineChild {
  /// Full type of the child; the parent's is all but its last segment.
  std::string type;
  /// Path in the parent's body, as in `properties.peerings`.
  std::string path;
};

/// Completes a graph: makes every inline child a resource of its own (what was written separately
/// wins over an inline one with the same ID), then adds the edges: parent, scope, depends-on, and a
/// reference for each ID of a resource of the graph in another one's body. Call once, after the
/// last resource.
void link(ResourceGraph& graph, const std::vector<InlineChild>& inline_children);

}  // namespace exr
