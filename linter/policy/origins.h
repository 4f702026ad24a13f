#pragma once

#include <optional>

#include "graph/resource_graph.h"
#include "policy/identities.h"
#include "value/value.h"

namespace exr {

/// The answers of `origins(x)`: an array of `{ kind, name, secure, type, default, given, value,
/// resource, path }`, one for each literal, parameter, property or run-time function that the value
/// comes from, through variables, arguments and modules. Open where a source cannot be read.
/// `reader` is the deployment in which resource IDs are looked up.
Value origins_of(const Value& value, const ResourceGraph& graph, Identities& identities,
                 std::optional<DeploymentId> reader);

}  // namespace exr
