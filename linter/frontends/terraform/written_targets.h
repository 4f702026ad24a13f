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
#include "source/span.h"
#include "support/limits.h"

namespace exr {

/// A place in the attributes of an instance.
struct AttributePlace {
  InstanceId instance;
  PlanPath path;
  /// All attributes of the instance, as they are planned.
  const Value& attributes;
};

/// Asks the sources of a configuration what an attribute is, and finds it in the plan.
class WrittenTargets {
 public:
  /// All outlive it. Without a finder nothing is ever found.
  WrittenTargets(PlanInstances& instances, TerraformSources* sources, SourceTargetFinder* finder)
      : instances_(instances), sources_(sources), finder_(finder) {}

  bool has_sources() const { return finder_ != nullptr; }
  /// Where a value comes from: all that it can be, each with its path.
  /// Empty if the sources do not tell, or name what the plan does not have.
  std::optional<std::vector<ReferenceTarget>> find(const AttributePlace& place);
  /// What the value of an output of the root module is made of. Without a path it is a whole
  /// resource.
  std::optional<std::vector<ReferenceTarget>> find_output(const std::string& name);
  /// What a value is made of; Unknown if the sources do not tell.
  SourceValue value(const AttributePlace& place);
  /// Where a value is written, in the user's own modules.
  std::optional<Span> find_written(const AttributePlace& place);
  /// The instances that a reference of the sources means; empty if the plan has none.
  std::vector<ReferenceTarget> targets_of(const BuiltText& text);

 private:
  std::optional<std::uint32_t> find_module(const std::vector<CallStep>& steps);
  bool add(std::vector<ReferenceTarget>& targets, const BuiltText& text);
  bool add_instances(std::vector<ReferenceTarget>& targets, const BuiltText& text);

  PlanInstances& instances_;
  TerraformSources* sources_;
  SourceTargetFinder* finder_;
};

/// The facts that a finder of targets needs to know of a plan.
PlannedFacts planned_facts(const PlanInstances& instances, const SourceMap& sources,
                           const Limits& limits);

}  // namespace exr
