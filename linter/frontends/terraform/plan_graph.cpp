#include "frontends/terraform/plan_graph.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "azure/resource_type.h"
#include "frontends/terraform/graph_resource.h"
#include "frontends/terraform/plan_dependencies.h"
#include "frontends/terraform/plan_interface.h"
#include "frontends/terraform/plan_patches.h"
#include "frontends/terraform/read_resources.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

// Loops that wait for whole modules are as many pairs as their lengths multiplied.
constexpr std::size_t kMostDependenciesOfEachResource = 4;

class PlanWriter {
 public:
  PlanWriter(const PlanInput& input, ResourceGraph& graph, Problems& problems)
      : plan_(input),
        dependencies_(plan_),
        patches_(plan_, graph),
        graph_(graph),
        problems_(problems),
        deployment_(graph.add_deployment(input.sources.file(input.plan.file).path())) {}

  PlanOutcome write() {
    const Plan& plan = plan_.input().plan;
    graph_.deployment(deployment_).partial = plan.is_partial;
    bool has_resources = false;
    for (std::uint32_t i = 0; i < plan.resources.size(); ++i) {
      const PlannedResource& resource = plan.resources[i];
      if (resource.is_data || !is_planned(resource)) continue;
      write_instance({.index = i});
      has_resources = true;
    }
    // a plan that only destroys or refreshes deploys nothing
    if (has_resources) {
      add_read_resources(plan_, graph_, deployment_);
      patches_.apply(deployment_);
    }
    add_plan_interface(plan_, graph_, deployment_);
    return {.deployment = deployment_, .templates = std::move(templates_)};
  }

 private:
  void write_instance(InstanceId id) {
    const PlannedResource& planned = plan_.instances().resource(id);
    std::optional<MappedInstance> mapped = plan_.take(id);
    if (!mapped || mapped->is_opaque) {
      graph_.add_extension_resource({.type = planned.type,
                                     .version = {},
                                     .body = {},
                                     .address = planned.address,
                                     .deployment = deployment_,
                                     .declared_at = planned.span});
      return;
    }
    MappingResult& result = mapped->result;
    for (std::size_t i = 0; i < result.resources.size(); ++i)
      write_resource(id, std::move(result.resources[i]), std::move(mapped->identities[i]));
    for (MappedPatch& patch : result.patches) patches_.add(id, std::move(patch));
  }

  void write_resource(InstanceId id, MappedResource mapped, ArmIdentity identity) {
    const PlannedResource& planned = plan_.instances().resource(id);
    Resource written =
        graph_resource(std::move(mapped.type), std::move(identity), planned, deployment_);
    written.api_version = std::move(mapped.api_version);
    written.body = std::move(mapped.body);
    written.depends_on = dependencies_of(id);
    if (equal_ignoring_case(written.type, kDeploymentsType)) take_template(written);
    graph_.add(std::move(written));
  }

  void take_template(const Resource& deployment) {
    if (auto planned = planned_template(deployment)) {
      templates_.push_back(*std::move(planned));
      return;
    }
    graph_.deployment(deployment_).partial = true;
    problems_.push_back({.kind = ProblemKind::UnreadableModule,
                         .message = "the template that `" + deployment.address +
                                    "` deploys is not in the plan, so its resources are unknown; "
                                    "give the template itself as a further input",
                         .span = deployment.declared_at,
                         .path = {},
                         .related = {}});
  }

  std::vector<std::string> dependencies_of(InstanceId id) {
    const std::vector<std::string>& ids = dependencies_.of(id);
    const std::size_t most = kMostDependenciesOfEachResource * plan_.input().limits.resources;
    if (dependency_count_ + ids.size() <= most) {
      dependency_count_ += ids.size();
      return ids;
    }
    if (!std::exchange(is_cut_, true)) {
      problems_.push_back({.kind = ProblemKind::LimitExceeded,
                           .message = "the resources have more than " + std::to_string(most) +
                                      " dependencies (limit `resources`); the rest is left out",
                           .span = plan_.instances().resource(id).span,
                           .path = {},
                           .related = {}});
    }
    return {};
  }

  MappedPlan plan_;
  PlanDependencies dependencies_;
  PlanPatches patches_;
  ResourceGraph& graph_;
  Problems& problems_;
  DeploymentId deployment_;
  std::vector<PlannedTemplate> templates_;
  std::size_t dependency_count_ = 0;
  bool is_cut_ = false;
};

}  // namespace

PlanOutcome add_plan(const PlanInput& input, ResourceGraph& graph, Problems& problems) {
  return PlanWriter(input, graph, problems).write();
}

}  // namespace exr
