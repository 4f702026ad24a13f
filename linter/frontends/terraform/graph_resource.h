#pragma once

#include <string>

#include "frontends/terraform/arm_identity.h"
#include "frontends/terraform/plan.h"
#include "graph/resource.h"

namespace exr {

/// A resource of the graph by what it is called and where it is, without a body. It is declared
/// where the plan has the record of `planned`.
Resource graph_resource(std::string type, ArmIdentity identity, const PlannedResource& planned,
                        DeploymentId deployment);

}  // namespace exr
