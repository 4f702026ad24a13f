#pragma once

#include "graph/resource_graph.h"
#include "template/expansion.h"

namespace exr {

/// Writes what an instance deploys, with all its modules, into a deployment of a graph: resources,
/// the deployments that stand for modules, parameters, and the outputs of the root.
void write_graph(Expansion& expansion, TemplateInstance& root, ResourceGraph& graph,
                 DeploymentId deployment);

}  // namespace exr
