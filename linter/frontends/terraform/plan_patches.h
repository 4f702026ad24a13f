#pragma once

#include <vector>

#include "frontends/terraform/mapped_plan.h"
#include "graph/resource_graph.h"

namespace exr {

/// The edits of a plan: blocks that have no resource of their own, but change one of another block
/// (an association of a subnet with a route table).
class PlanPatches {
 public:
  /// Both outlive it.
  PlanPatches(MappedPlan& plan, ResourceGraph& graph) : plan_(plan), graph_(graph) {}

  void add(InstanceId source, MappedPatch patch);
  /// Merges all edits, in the order in which they were added, into the resources of the graph; to
  /// be called once, after the last of these. What is not there is added as `existing`. Where the
  /// target is not known, what the edit changes is Unknown in every resource that it may mean.
  void apply(DeploymentId deployment);

 private:
  struct Edit {
    InstanceId source;
    MappedPatch patch;
  };

  void apply(DeploymentId deployment, const Edit& edit);
  void apply_to_any(DeploymentId deployment, const Edit& edit);
  void add_target(DeploymentId deployment, const Edit& edit, std::string type);

  MappedPlan& plan_;
  ResourceGraph& graph_;
  std::vector<Edit> edits_;
};

}  // namespace exr
