#include "frontends/terraform/read_resources.h"

#include <optional>
#include <string>
#include <utility>

#include "azure/resource_id.h"
#include "frontends/terraform/graph_resource.h"
#include "frontends/terraform/planned_value.h"
#include "graph/id_text.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

// The type in Azure of what a data source reads; empty if it is not known to be a resource.
std::string read_type(MappedPlan& plan, const PlannedResource& read, const Value& id) {
  const auto parsed = parse_resource_id(id_text(id).str());
  if (!parsed) return {};
  // those of azapi have the type in an argument
  if (read.type == "azapi_resource") return parsed->type;
  const std::string type(plan.input().mappings.arm_type(read.type));
  return equal_ignoring_case(type, parsed->type) ? type : std::string();
}

Value read_body(const MappedPlan& plan, const PlannedResource& read) {
  const Value attributes =
      planned_value(read, plan.input().sources, plan.input().limits).attributes;
  Object body;
  if (attributes.is_object()) {
    for (const char* name : {"location", "tags"}) {
      const Value* value = attributes.as_object().find(name);
      if (value != nullptr && !value->is_null()) body.set(name, *value);
    }
  }
  return Value::object(std::move(body), read.span);
}

void add_read(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment,
              InstanceId instance) {
  const PlannedResource& read = plan.instances().resource(instance);
  const Value id = plan.id(instance);
  std::string type = read_type(plan, read, id);
  if (type.empty()) return;
  ArmIdentity identity = identity_from_id(id, type);
  Resource resource = graph_resource(std::move(type), std::move(identity), read, deployment);
  resource.body = read_body(plan, read);
  resource.existing = true;
  graph.add(std::move(resource));
}

}  // namespace

void add_read_resources(MappedPlan& plan, ResourceGraph& graph, DeploymentId deployment) {
  const PlanInstances& instances = plan.instances();
  const Plan& input = instances.plan();
  for (std::uint32_t i = 0; i < input.resources.size(); ++i) {
    if (input.resources[i].is_data) add_read(plan, graph, deployment, {.index = i});
  }
  for (std::uint32_t i = 0; i < input.prior.size(); ++i) {
    const PlannedResource& prior = input.prior[i];
    const auto latest = instances.find(instances.module_of({.index = i, .is_prior = true}),
                                       prior.is_data, prior.type, prior.name, prior.key);
    const InstanceId own{.index = i, .is_prior = true};
    if (latest == own) add_read(plan, graph, deployment, own);
  }
}

}  // namespace exr
