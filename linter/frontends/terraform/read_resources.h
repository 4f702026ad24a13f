#pragma once

#include "frontends/terraform/mapped_plan.h"
#include "graph/resource_graph.h"

namespace exr {

/// Adds what a plan names but does not manage, as `existing`: its data sources, and what the state
/// holds without a record in the plan. Data sources share their names with resources, not their
/// attributes, so only ID, location and tags are taken.
void add_read_resources(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment);

}  // namespace exr
