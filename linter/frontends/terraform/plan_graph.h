#pragma once

#include <vector>

#include "findings/problem.h"
#include "frontends/terraform/mapped_plan.h"
#include "frontends/terraform/planned_template.h"
#include "graph/resource_graph.h"

namespace exr {

/// What a plan becomes in a graph.
struct PlanOutcome {
  DeploymentId deployment{};
  /// The templates that it deploys, which the front end of their language reads.
  std::vector<PlannedTemplate> templates;
};

/// Adds a plan to a graph as a deployment: every managed resource that is there after the apply as
/// what it becomes in ARM, what the plan only reads as `existing`, the outputs and variables of the
/// root module. What no mapping knows becomes an ExtensionResource without a body, so that it is
/// counted. Every resource's `declared_at` is its record in the plan. The deployment is partial if
/// the plan is.
PlanOutcome add_plan(const PlanInput& input, ResourceGraph& graph, Problems& problems);

}  // namespace exr
