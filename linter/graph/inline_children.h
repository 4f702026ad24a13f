#pragma once

#include <vector>

#include "graph/linker.h"
#include "graph/resource_graph.h"

namespace exr {

/// Makes the children that stand in the bodies of their parents resources of their own, and the
/// children in these. A type of which there may be more than can be seen is open afterwards.
void add_inline_children(ResourceGraph& graph, const std::vector<InlineChild>& inline_children);

}  // namespace exr
