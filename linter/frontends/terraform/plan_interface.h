#pragma once

#include "frontends/terraform/mapped_plan.h"
#include "graph/resource_graph.h"

namespace exr {

/// Adds the outputs and the variables of a plan's root module to a deployment, as outputs and
/// parameters.
void add_plan_interface(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment);

}  // namespace exr
