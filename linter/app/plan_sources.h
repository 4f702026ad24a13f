#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "findings/finding.h"
#include "findings/problem.h"
#include "frontends/terraform/plan.h"
#include "frontends/terraform/plan_places.h"
#include "hcl/terraform_sources.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "source/span.h"
#include "support/limits.h"

namespace exr {

/// A plan and the Terraform sources that it was made from, as far as they are there.
class PlanSources {
 public:
  /// What reading sources needs. All outlive the plan.
  struct Reading {
    const FileSystem& files;
    SourceMap& sources;
    const Limits& limits;
    Problems& problems;
  };

  /// `source_root` is where the sources lie; empty: beside the plan, else in the working folder.
  PlanSources(Plan plan, const std::string& source_root, const Reading& reading);
  PlanSources(const PlanSources&) = delete;
  PlanSources& operator=(const PlanSources&) = delete;

  const Plan& plan() const { return plan_; }
  /// Null if there are none.
  TerraformSources* sources() { return sources_.get(); }

  /// Says that a file holds the template that something of the plan deploys: what is found in it
  /// stands at `place`, where the plan holds it.
  void add_template(FileId file, Span place, std::string address);

  /// Moves a finding about the plan to where its value is written: the attribute, the argument of
  /// the module call that it came through, or the block; in a module of somebody else to its call.
  /// The place in the plan becomes a related one. Its related places move as well. Without sources
  /// all stay in the plan. A finding about something else stays what it is.
  void point(Finding& finding);
  /// The blocks that findings were moved to, as a whole.
  const std::vector<Span>& blocks() const { return blocks_; }

 private:
  // Where something of the plan is written.
  struct Written {
    Span span;
    // where a module uses it; invalid if it is written where it is used
    Span used_at;
    // `sku[0].tier`; empty for a whole block
    std::string attribute;
  };

  // A template that the plan deploys.
  struct Deployed {
    Span place;
    std::string address;
  };

  void move_out_of_template(Finding& finding) const;
  bool move_to_sources(Finding& finding);
  const PlanPlaces& places();
  bool is_in_plan(const Span& span) const { return span.valid() && span.file == plan_.file; }
  std::optional<Written> find_written(const Span& place);
  std::optional<Written> find_in_block(const SourceInstance& instance, const SourcePath& path);
  std::optional<SourceInstance> instance_at(const PlanPlace& place);
  std::vector<std::string> third_party_calls(const std::vector<std::string>& module_calls);
  const std::vector<std::string>& calls_of(ConfiguredModuleId module);
  Span whole_block(const Span& declared_at);

  Plan plan_;
  Reading reading_;
  std::unique_ptr<TerraformSources> sources_;
  std::map<FileId, Deployed> templates_;
  // made for the first finding
  std::optional<PlanPlaces> places_;
  std::vector<std::vector<std::string>> calls_;
  std::map<Span, Span> whole_blocks_;
  std::vector<Span> blocks_;
};

}  // namespace exr
