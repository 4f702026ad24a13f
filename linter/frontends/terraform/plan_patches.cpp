#include "frontends/terraform/plan_patches.h"

#include <algorithm>
#include <string>
#include <utility>

#include "azure/resource_id.h"
#include "frontends/terraform/graph_resource.h"
#include "frontends/terraform/merged_body.h"
#include "graph/id_text.h"
#include "support/text.h"
#include "value/unknown.h"

namespace exr {

namespace {

ListEdit list_edit(const MappedPatch& patch) {
  return patch.appends ? ListEdit::Append : ListEdit::Replace;
}

}  // namespace

void PlanPatches::add(InstanceId source, MappedPatch patch) {
  edits_.push_back({.source = source, .patch = std::move(patch)});
}

void PlanPatches::apply(DeploymentId deployment) {
  for (const Edit& edit : edits_) apply(deployment, edit);
  edits_.clear();
}

void PlanPatches::apply(DeploymentId deployment, const Edit& edit) {
  const std::string id = id_text(edit.patch.target).str();
  if (const auto found = graph_.find_in(deployment, id)) {
    Resource& target = graph_.resource(*found);
    target.body = merged_body(target.body, edit.patch.body, list_edit(edit.patch));
    return;
  }
  const auto parsed = parse_resource_id(id);
  if (parsed)
    add_target(deployment, edit, parsed->type);
  else
    apply_to_any(deployment, edit);
}

void PlanPatches::apply_to_any(DeploymentId deployment, const Edit& edit) {
  const std::string& source = plan_.instances().resource(edit.source).address;
  const Value& target = edit.patch.target;
  std::vector<std::string> candidates;
  if (target.is_unknown()) {
    for (const Candidate& candidate : target.as_unknown().candidates)
      candidates.push_back(id_key(id_text(candidate.value).str()));
  }
  for (const ResourceHandle handle : graph_.of_type(edit.patch.target_type)) {
    Resource& resource = graph_.resource(handle);
    const bool may_be = candidates.empty() || std::find(candidates.begin(), candidates.end(),
                                                        resource.id_key) != candidates.end();
    if (resource.deployment == deployment && may_be)
      resource.body = possibly_merged_body(resource.body, edit.patch.body, source);
  }
}

void PlanPatches::add_target(DeploymentId deployment, const Edit& edit, std::string type) {
  const PlannedResource& source = plan_.instances().resource(edit.source);
  ArmIdentity identity = identity_from_id(edit.patch.target, type);
  Resource target = graph_resource(std::move(type), std::move(identity), source, deployment);
  target.body = edit.patch.body;
  target.existing = true;
  graph_.add(std::move(target));
}

}  // namespace exr
