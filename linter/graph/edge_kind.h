#pragma once

#include <string_view>

#include "graph/resource_graph.h"

namespace exr {

/// The word for a kind of edge in what people read: `depends-on`.
std::string_view edge_kind_name(EdgeKind kind);

}  // namespace exr
