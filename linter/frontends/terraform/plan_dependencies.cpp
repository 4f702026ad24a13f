#include "frontends/terraform/plan_dependencies.h"

#include <algorithm>
#include <utility>

#include "graph/id_text.h"

namespace exr {

const std::vector<std::string>& PlanDependencies::of(InstanceId instance) {
  static const std::vector<std::string> none;
  const InstanceBlock* block = plan_.instances().block_of(instance);
  const bool has_some =
      block != nullptr && block->configured != nullptr && !block->configured->depends_on.empty();
  if (!has_some) return none;
  const auto [place, is_new] = known_.try_emplace(block);
  if (is_new) place->second = ids_of(*block, plan_.instances().module_of(instance));
  return place->second;
}

std::vector<std::string> PlanDependencies::ids_of(const InstanceBlock& block,
                                                  std::uint32_t module) {
  PlanInstances& instances = plan_.instances();
  std::vector<std::string> ids;
  for (const std::string& text : block.configured->depends_on) {
    const auto reference = parse_reference(text);
    if (!reference) continue;
    if (reference->kind == PlanReference::Kind::Module) {
      for (const std::uint32_t called : instances.modules_of(module, reference->name))
        add_module(ids, called);
    } else if (reference->kind == PlanReference::Kind::Resource) {
      const InstanceBlock* named =
          instances.find_block(module, false, reference->type, reference->name);
      if (named == nullptr) continue;
      for (const InstanceId each : named->instances) add(ids, each);
    }
  }
  return ids;
}

void PlanDependencies::add(std::vector<std::string>& ids, InstanceId instance) {
  if (plan_.instances().resource(instance).is_data) return;
  std::string id = id_text(plan_.id(instance)).str();
  if (id.starts_with('/')) ids.push_back(std::move(id));
}

void PlanDependencies::add_module(std::vector<std::string>& ids, std::uint32_t module) {
  if (by_module_.empty()) sort_by_module();
  for (const InstanceId each : by_module_[module]) add(ids, each);
}

void PlanDependencies::sort_by_module() {
  const PlanInstances& instances = plan_.instances();
  const Plan& plan = instances.plan();
  for (std::uint32_t i = 0; i < plan.resources.size(); ++i) {
    const InstanceId id{.index = i};
    if (!is_planned(plan.resources[i])) continue;
    for (std::uint32_t module = instances.module_of(id); module != 0;
         module = instances.module(module).parent)
      by_module_[module].push_back(id);
  }
}

}  // namespace exr
