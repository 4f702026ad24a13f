#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/json_names.h"
#include "frontends/terraform/arm_identity.h"
#include "frontends/terraform/plan.h"
#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_providers.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/reference_targets.h"
#include "frontends/terraform/target_choice.h"
#include "frontends/terraform/unknown_attributes.h"
#include "frontends/terraform/written_expressions.h"
#include "frontends/terraform/written_targets.h"
#include "hcl/source_targets.h"
#include "hcl/terraform_sources.h"
#include "mapping/map_resource.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "value/value.h"

namespace exr {

/// What a plan is mapped with. All outlive whoever gets it.
struct PlanInput {
  const Plan& plan;
  MappingLibrary& mappings;
  const SourceMap& sources;
  const Limits& limits;
  /// The sources of the configuration; null if there are none.
  TerraformSources* configuration = nullptr;
};

/// What one instance becomes.
struct MappedInstance {
  /// No mapping knows its type, or it is none of Azure Resource Manager.
  bool is_opaque = false;
  MappingResult result;
  /// One for each resource of the result.
  std::vector<ArmIdentity> identities;
};

/// Maps the instances of a plan. What is only known after apply, but is the ID or name of another
/// resource of the plan, becomes what it will be. Each instance is mapped once, when somebody asks.
class MappedPlan {
 public:
  explicit MappedPlan(const PlanInput& input);
  MappedPlan(const MappedPlan&) = delete;
  MappedPlan& operator=(const MappedPlan&) = delete;

  const PlanInput& input() const { return input_; }
  PlanInstances& instances() { return instances_; }
  WrittenExpressions& expressions() { return expressions_; }
  ReferenceFollower& follower() { return follower_; }
  TargetNames& names() { return names_; }
  WrittenTargets& written_targets() { return written_targets_; }

  /// The attributes of an instance as they are mapped: with what is known of the unknown ones.
  Value resolved_attributes(InstanceId instance);

  /// What a managed instance becomes. Valid until it is taken. Null pointer within a circle, or
  /// too deep in a chain of references.
  const MappedInstance* find_mapped(InstanceId instance);
  /// The same for whoever keeps it: only the IDs stay here.
  std::optional<MappedInstance> take(InstanceId instance);

  /// The ARM ID of an instance, or Terraform's where there is no other. An Unknown where nobody can
  /// say it before apply.
  Value id(InstanceId instance);
  /// Whether Terraform knows an attribute of an instance before apply.
  bool is_known(InstanceId instance, const PlanPath& path) const;
  /// What an attribute of an instance will be: of `id` the ARM ID.
  Value attribute(InstanceId instance, const PlanPath& path);

 private:
  enum class State : std::uint8_t { Open, InWork, Mapped, Taken };
  struct Slot {
    State state = State::Open;
    MappedInstance mapped;
    Value id;
  };

  SourceTargetFinder* make_finder();
  void map(InstanceId instance, Slot& slot);
  Value own_id(InstanceId instance, const MappedInstance& mapped, const Value& attributes) const;
  Value id_of_data(InstanceId instance);
  Value planned_attribute(InstanceId instance, const PlanPath& path);
  std::optional<Value> derived(InstanceId instance, const Value& attributes, const PlanPath& path);
  const std::string& provider_key(InstanceId instance) const;
  Value planned_attributes(InstanceId instance) const;
  const Value& written(InstanceId instance);
  MappingInput mapping_input(InstanceId instance, const Value& attributes);

  PlanInput input_;
  // what thousands of resources name their attributes by
  mutable JsonNames json_names_;
  PlanInstances instances_;
  WrittenExpressions expressions_;
  PlanProviders providers_;
  ReferenceFollower follower_;
  TargetNames names_;
  std::optional<SourceTargetFinder> finder_;
  WrittenTargets written_targets_;
  UnknownAttributes unknowns_;
  std::vector<Slot> slots_;
  std::unordered_map<std::uint32_t, Value> data_ids_;
  std::uint32_t depth_ = 0;
};

}  // namespace exr
