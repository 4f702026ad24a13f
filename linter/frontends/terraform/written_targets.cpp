#include "frontends/terraform/written_targets.h"

#include <algorithm>
#include <utility>

#include "frontends/terraform/planned_value.h"

namespace exr {

namespace {

SourceKey source_key(const InstanceKey& key) {
  return std::visit([](const auto& each) { return SourceKey(each); }, key);
}

InstanceKey instance_key(const SourceKey& key) {
  return std::visit([](const auto& each) { return InstanceKey(each); }, key);
}

std::vector<CallStep> calls_to(const PlanInstances& instances, std::uint32_t module) {
  std::vector<CallStep> calls;
  for (; module != 0; module = instances.module(module).parent) {
    const ModuleStep& step = instances.module(module).step;
    calls.push_back({.name = step.name, .key = source_key(step.key)});
  }
  std::reverse(calls.begin(), calls.end());
  return calls;
}

SourceInstance source_instance(const PlanInstances& instances, InstanceId id) {
  const PlannedResource& resource = instances.resource(id);
  return {.module = calls_to(instances, instances.module_of(id)),
          .is_data = resource.is_data,
          .type = resource.type,
          .name = resource.name,
          .key = source_key(resource.key)};
}

SourcePath source_path(const PlanPath& path) {
  SourcePath steps;
  for (const PlanStep& step : path)
    std::visit([&](const auto& each) { steps.emplace_back(each); }, step);
  return steps;
}

PlanPath plan_path(const SourcePath& path) {
  PlanPath steps;
  for (const SourceStep& step : path)
    std::visit([&](const auto& each) { steps.emplace_back(each); }, step);
  return steps;
}

}  // namespace

std::optional<std::vector<ReferenceTarget>> WrittenTargets::find(const AttributePlace& place) {
  if (finder_ == nullptr) return std::nullopt;
  const SourceTargets found = finder_->find(source_instance(instances_, place.instance),
                                            source_path(place.path), &place.attributes);
  if (!found.is_complete_with_built) return std::nullopt;
  std::vector<ReferenceTarget> targets;
  for (const SourceTarget& target : found.targets) {
    if (!add(targets, {.target = target, .suffix = {}})) return std::nullopt;
  }
  for (const BuiltText& text : found.built) {
    if (!add(targets, text)) return std::nullopt;
  }
  if (targets.empty()) return std::nullopt;
  return targets;
}

std::optional<std::vector<ReferenceTarget>> WrittenTargets::find_output(const std::string& name) {
  if (finder_ == nullptr) return std::nullopt;
  const SourceTargets found = finder_->find_output(name);
  if (!found.is_complete_with_built) return std::nullopt;
  std::vector<ReferenceTarget> targets;
  for (const SourceTarget& target : found.targets) {
    if (!add_instances(targets, {.target = target, .suffix = {}})) return std::nullopt;
  }
  for (const BuiltText& text : found.built) {
    if (!add_instances(targets, text)) return std::nullopt;
  }
  return targets;
}

SourceValue WrittenTargets::value(const AttributePlace& place) {
  if (finder_ == nullptr) return {};
  return finder_->value(source_instance(instances_, place.instance), source_path(place.path),
                        &place.attributes);
}

std::optional<Span> WrittenTargets::find_written(const AttributePlace& place) {
  if (finder_ == nullptr) return std::nullopt;
  const BlockAddress address = block_of(source_instance(instances_, place.instance));
  for (std::size_t i = 1; i <= address.module_calls.size(); ++i) {
    if (sources_->is_third_party({address.module_calls.begin(),
                                  address.module_calls.begin() + static_cast<std::ptrdiff_t>(i)}))
      return std::nullopt;
  }
  const auto written = sources_->find_written(address, source_path(place.path));
  return written && written->is_whole ? std::optional(written->value) : std::nullopt;
}

std::vector<ReferenceTarget> WrittenTargets::targets_of(const BuiltText& text) {
  std::vector<ReferenceTarget> targets;
  if (!add(targets, text)) targets.clear();
  return targets;
}

bool WrittenTargets::add(std::vector<ReferenceTarget>& targets, const BuiltText& text) {
  return !text.target.attribute.empty() && add_instances(targets, text);
}

bool WrittenTargets::add_instances(std::vector<ReferenceTarget>& targets, const BuiltText& text) {
  const SourceTarget& target = text.target;
  const auto module = find_module(target.module);
  const bool is_exact = std::find(target.attribute.begin(), target.attribute.end(),
                                  SourceStep(kAnyIndex)) == target.attribute.end();
  if (!module || !is_exact) return false;
  const InstanceBlock* block =
      instances_.find_block(*module, target.is_data, target.type, target.name);
  if (block == nullptr) return false;
  const PlanPath path = plan_path(target.attribute);
  if (!target.key) {
    for (const InstanceId each : block->instances)
      targets.push_back({.instance = each, .path = path, .suffix = text.suffix});
    return true;
  }
  const auto instance =
      instances_.find(*module, target.is_data, target.type, target.name, instance_key(*target.key));
  if (instance) targets.push_back({.instance = *instance, .path = path, .suffix = text.suffix});
  return instance.has_value();
}

std::optional<std::uint32_t> WrittenTargets::find_module(const std::vector<CallStep>& steps) {
  std::optional<std::uint32_t> module = 0;
  for (const CallStep& step : steps) {
    module = instances_.find_module(*module, step.name, instance_key(step.key));
    if (!module) break;
  }
  return module;
}

PlannedFacts planned_facts(const PlanInstances& instances, const SourceMap& sources,
                           const Limits& limits) {
  const Plan& plan = instances.plan();
  PlannedFacts facts;
  for (const PlannedVariable& variable : plan.variables)
    facts.variables.emplace_back(variable.name, plan_json(variable.value, sources, limits));
  for (std::uint32_t i = 0; i < plan.resources.size(); ++i) {
    if (is_planned(plan.resources[i]))
      facts.instances.push_back(source_instance(instances, {.index = i}));
  }
  for (std::uint32_t i = 0; i < plan.prior.size(); ++i) {
    const InstanceId id{.index = i, .is_prior = true};
    const PlannedResource& prior = plan.prior[i];
    const auto latest =
        instances.find(instances.module_of(id), prior.is_data, prior.type, prior.name, prior.key);
    if (latest == id) facts.instances.push_back(source_instance(instances, id));
  }
  return facts;
}

}  // namespace exr
