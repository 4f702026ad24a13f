#include "frontends/terraform/plan_instances.h"

#include <unordered_set>
#include <utility>

#include "value/print.h"

namespace exr {

namespace {

// Modules without resources are made when they are asked for; a broken plan could ask for ever.
constexpr std::size_t kMostModules = 1'000'000;

std::string block_key(std::uint32_t module, bool is_data, std::string_view type,
                      std::string_view name) {
  std::string key = std::to_string(module);
  key += is_data ? " data " : " ";
  key += type;
  key += '.';
  key += name;
  return key;
}

std::string call_key(std::uint32_t parent, std::string_view call) {
  std::string key = std::to_string(parent);
  key += ' ';
  key += call;
  return key;
}

}  // namespace

std::string key_text(const InstanceKey& key) {
  if (const auto* number = std::get_if<std::int64_t>(&key))
    return "[" + std::to_string(*number) + "]";
  if (const auto* text = std::get_if<std::string>(&key)) return "[" + json_string(*text) + "]";
  return {};
}

PlanInstances::PlanInstances(const Plan& plan) : plan_(plan) {
  modules_.emplace_back();
  for (const ModuleInstance& instance : plan.modules) {
    std::uint32_t module = 0;
    for (const ModuleStep& step : instance.steps) {
      const auto known = known_module(module, step);
      module = known ? *known : add_module(module, step);
    }
    places_.push_back(module);
  }
  std::unordered_set<std::string_view> gone;
  for (std::uint32_t i = 0; i < plan.resources.size(); ++i) {
    if (is_planned(plan.resources[i]))
      add({.index = i});
    else
      gone.insert(plan.resources[i].address);
  }
  for (std::uint32_t i = 0; i < plan.prior.size(); ++i) {
    if (gone.count(plan.prior[i].address) == 0) add({.index = i, .is_prior = true});
  }
}

void PlanInstances::add(InstanceId id) {
  const PlannedResource& added = resource(id);
  const std::uint32_t module = module_of(id);
  std::string key = block_key(module, added.is_data, added.type, added.name);
  const auto [block, is_new] = blocks_.try_emplace(key);
  if (is_new) {
    block->second.configured = plan_.configuration.find_resource(
        modules_[module].configured, added.is_data, added.type, added.name);
  }
  key += key_text(added.key);
  if (by_key_.try_emplace(std::move(key), id).second) block->second.instances.push_back(id);
}

const InstanceBlock* PlanInstances::find_block(std::uint32_t module, bool is_data,
                                               std::string_view type, std::string_view name) const {
  const auto found = blocks_.find(block_key(module, is_data, type, name));
  return found == blocks_.end() ? nullptr : &found->second;
}

const InstanceBlock* PlanInstances::block_of(InstanceId id) const {
  const PlannedResource& of = resource(id);
  return find_block(module_of(id), of.is_data, of.type, of.name);
}

std::optional<InstanceId> PlanInstances::find(std::uint32_t module, bool is_data,
                                              std::string_view type, std::string_view name,
                                              const InstanceKey& key) const {
  const auto found = by_key_.find(block_key(module, is_data, type, name) + key_text(key));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

const std::vector<std::uint32_t>& PlanInstances::modules_of(std::uint32_t parent,
                                                            std::string_view call) const {
  static const std::vector<std::uint32_t> none;
  const auto found = calls_.find(call_key(parent, call));
  return found == calls_.end() ? none : found->second;
}

std::optional<std::uint32_t> PlanInstances::find_module(std::uint32_t parent, std::string_view call,
                                                        const InstanceKey& key) {
  const ModuleStep step{.name = std::string(call), .key = key};
  if (const auto known = known_module(parent, step)) return known;
  const bool is_called =
      plan_.configuration.find_call(modules_[parent].configured, call) != nullptr;
  if (!is_called || modules_.size() >= kMostModules) return std::nullopt;
  return add_module(parent, step);
}

std::optional<std::uint32_t> PlanInstances::known_module(std::uint32_t parent,
                                                         const ModuleStep& step) const {
  const auto found = modules_by_step_.find(call_key(parent, step.name) + key_text(step.key));
  if (found == modules_by_step_.end()) return std::nullopt;
  return found->second;
}

std::uint32_t PlanInstances::add_module(std::uint32_t parent, const ModuleStep& step) {
  const auto index = static_cast<std::uint32_t>(modules_.size());
  PlannedModule added;
  added.parent = parent;
  added.step = step;
  const std::string& around = modules_[parent].address;
  added.address = around + (around.empty() ? "" : ".") + "module." + step.name + key_text(step.key);
  added.call = plan_.configuration.find_call(modules_[parent].configured, step.name);
  added.configured = added.call == nullptr ? ConfiguredModuleId::kNone : added.call->module;
  modules_.push_back(std::move(added));
  std::string key = call_key(parent, step.name);
  calls_[key].push_back(index);
  modules_by_step_.emplace(key + key_text(step.key), index);
  return index;
}

}  // namespace exr
