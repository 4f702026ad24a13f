#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/reference_targets.h"
#include "hcl/source_targets.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Asks the sources of a configuration what an attribute is, and finds it in the plan.
class WrittenTargets {
 public:
  /// Both outlive it. Without a finder nothing is ever found.
  WrittenTargets(PlanInstances& instances, SourceTargetFinder* finder)
      : instances_(instances), finder_(finder) {}

  bool has_sources() const { return finder_ != nullptr; }
  /// Where the value at a path of an instance comes from: all that it can be, each with its path.
  /// Empty if the sources do not tell, or name what the plan does not have.
  std::optional<std::vector<ReferenceTarget>> find(InstanceId instance, const SourcePath& path);
  /// Whether the value at a path is a target itself, not an object or a list that holds it.
  bool is_itself(InstanceId instance, const SourcePath& path, const ReferenceTarget& target);

 private:
  std::optional<std::uint32_t> find_module(const std::vector<CallStep>& steps);
  bool add(std::vector<ReferenceTarget>& targets, const SourceTarget& target,
           const std::string& suffix);

  PlanInstances& instances_;
  SourceTargetFinder* finder_;
};

/// The facts that a finder of targets needs to know of a plan.
PlannedFacts planned_facts(const PlanInstances& instances, const SourceMap& sources,
                           const Limits& limits);

}  // namespace exr
