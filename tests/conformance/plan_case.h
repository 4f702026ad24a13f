#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "frontends/terraform/plan.h"
#include "hcl/planned_facts.h"
#include "hcl/source_targets.h"
#include "hcl/terraform_sources.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "value/value.h"

namespace conformance {

/// One case of the corpus of plans: a plan and the sources that it was made of.
class PlanCase {
 public:
  /// `root`: the root module's folder as seen from the case's.
  PlanCase(const std::filesystem::path& folder, const std::string& root);

  bool is_readable() const { return plan_.has_value(); }
  const exr::Plan& plan() const { return *plan_; }
  exr::TerraformSources& configuration() { return configuration_; }
  const exr::SourceMap& sources() const { return sources_; }
  const exr::Problems& problems() const { return problems_; }

  /// What there will be: without what the plan deletes or forgets.
  std::vector<const exr::PlannedResource*> resources() const;
  exr::SourceInstance instance_of(const exr::PlannedResource& resource) const;
  exr::Value attributes_of(const exr::PlannedResource& resource) const;
  /// The resource that a target names, planned or held by the state; null if there is none.
  const exr::PlannedResource* find_planned(const exr::SourceTarget& target) const;
  exr::PlannedFacts facts() const;

 private:
  exr::DiskFileSystem files_;
  exr::SourceMap sources_;
  exr::Limits limits_;
  exr::Problems problems_;
  exr::TerraformSources configuration_;
  std::optional<exr::Plan> plan_;
};

/// Null if there is nothing at a path.
exr::Value value_at(exr::Value value, const exr::SourcePath& path);

}  // namespace conformance
