#pragma once

#include "findings/problem.h"
#include "frontends/terraform/mapped_plan.h"
#include "graph/resource_graph.h"

namespace exr {

/// Adds a plan to a graph as a deployment: every managed resource that is there after the apply as
/// what it becomes in ARM, what the plan only reads as `existing`, the outputs and variables of the
/// root module. What no mapping knows becomes an ExtensionResource without a body, so that it is
/// counted. Every resource's `declared_at` is its record in the plan. The deployment is partial if
/// the plan is.
DeploymentId add_plan(const PlanInput& input, ResourceGraph& graph, Problems& problems);

}  // namespace exr
