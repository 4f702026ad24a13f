#include "frontends/terraform/graph_resource.h"

#include <utility>

#include "azure/resource_id.h"
#include "graph/id_text.h"

namespace exr {

Resource graph_resource(std::string type, ArmIdentity identity, const PlannedResource& planned,
                        DeploymentId deployment) {
  Resource resource;
  resource.type = std::move(type);
  resource.name = std::move(identity.full_name);
  resource.id = std::move(identity.id);
  resource.id_text = id_text(resource.id);
  resource.id_key = id_key(resource.id_text);
  resource.address = planned.address;
  resource.deployment = deployment;
  resource.parent = std::move(identity.parent);
  resource.scope = std::move(identity.scope);
  resource.declared_at = planned.span;
  return resource;
}

}  // namespace exr
