#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontends/terraform/plan.h"
#include "support/text.h"

namespace exr {

/// Names a resource instance of a plan: one of `resources`, or of `prior`.
struct InstanceId {
  std::uint32_t index = 0;
  bool is_prior = false;
  friend bool operator==(const InstanceId&, const InstanceId&) = default;
};

/// Whether a record of a plan is there afterwards.
inline bool is_planned(const PlannedResource& resource) {
  return resource.action != PlannedAction::Delete && resource.action != PlannedAction::Forget;
}

/// All instances of one `resource` or `data` block in one instance of its module.
struct InstanceBlock {
  /// Null in a state.
  const ConfiguredResource* configured = nullptr;
  std::vector<InstanceId> instances;
};

/// An instance of a module: one that a resource of the plan names, one on the way to such a one,
/// or one that was asked for.
struct PlannedModule {
  std::uint32_t parent = 0;
  /// `module.hub["ams"]`; empty for the root.
  std::string address;
  ModuleStep step;
  ConfiguredModuleId configured = ConfiguredModuleId::kRoot;
  /// The block that calls it; null for the root and in a state.
  const ConfiguredCall* call = nullptr;
};

/// Finds the instances of a plan by module, type, name and key. What is deleted or forgotten is not
/// there; what the state before held is, as far as the plan has no record of its own for it.
class PlanInstances {
 public:
  /// The plan outlives it.
  explicit PlanInstances(const Plan& plan);

  const Plan& plan() const { return plan_; }
  const PlannedResource& resource(InstanceId id) const {
    return id.is_prior ? plan_.prior[id.index] : plan_.resources[id.index];
  }
  /// The module instance that a resource is in: an index for module().
  std::uint32_t module_of(InstanceId id) const { return places_[resource(id).module]; }
  const PlannedModule& module(std::uint32_t index) const { return modules_[index]; }

  /// Null if there is no instance of the block.
  const InstanceBlock* find_block(std::uint32_t module, bool is_data, std::string_view type,
                                  std::string_view name) const;
  const InstanceBlock* block_of(InstanceId id) const;
  std::optional<InstanceId> find(std::uint32_t module, bool is_data, std::string_view type,
                                 std::string_view name, const InstanceKey& key) const;

  /// The instances of a call that are known.
  const std::vector<std::uint32_t>& modules_of(std::uint32_t parent, std::string_view call) const;
  bool is_module(std::uint32_t parent, std::string_view call, const InstanceKey& key) const {
    return known_module(parent, {.name = std::string(call), .key = key}).has_value();
  }
  /// The instance of a call with a key. One without resources of its own is made when it is asked
  /// for, so whoever holds a PlannedModule looks it up anew. Empty if there is no such call, or
  /// there are too many already.
  std::optional<std::uint32_t> find_module(std::uint32_t parent, std::string_view call,
                                           const InstanceKey& key);

 private:
  std::uint32_t add_module(std::uint32_t parent, const ModuleStep& step);
  std::optional<std::uint32_t> known_module(std::uint32_t parent, const ModuleStep& step) const;
  void add(InstanceId id);

  const Plan& plan_;
  std::vector<PlannedModule> modules_;
  // of Plan::modules
  std::vector<std::uint32_t> places_;
  std::unordered_map<std::string, InstanceBlock, HashText, std::equal_to<>> blocks_;
  std::unordered_map<std::string, InstanceId, HashText, std::equal_to<>> by_key_;
  std::unordered_map<std::string, std::vector<std::uint32_t>, HashText, std::equal_to<>> calls_;
  std::unordered_map<std::string, std::uint32_t, HashText, std::equal_to<>> modules_by_step_;
};

/// `["ams"]`, `[0]`, or nothing: how an address shows a key.
std::string key_text(const InstanceKey& key);

}  // namespace exr
