#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontends/terraform/mapped_plan.h"

namespace exr {

/// The explicit dependencies (`depends_on`) of a plan's resources, as IDs.
class PlanDependencies {
 public:
  /// The plan outlives it.
  explicit PlanDependencies(MappedPlan& plan) : plan_(plan) {}

  /// Of a module all resources in it. What has no ID in Azure is left out. Valid as long as this.
  const std::vector<std::string>& of(InstanceId instance);

 private:
  std::vector<std::string> ids_of(const InstanceBlock& block, std::uint32_t module);
  void add(std::vector<std::string>& ids, InstanceId instance);
  void add_module(std::vector<std::string>& ids, std::uint32_t module);
  void sort_by_module();

  MappedPlan& plan_;
  std::unordered_map<const InstanceBlock*, std::vector<std::string>> known_;
  // keys: modules; with what is in the modules that they call
  std::unordered_map<std::uint32_t, std::vector<InstanceId>> by_module_;
};

}  // namespace exr
