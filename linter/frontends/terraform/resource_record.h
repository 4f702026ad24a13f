#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontends/terraform/plan_reading.h"

namespace exr {

/// One record of a resource instance while it is read: the fields that plans and states share.
class ResourceRecord {
 public:
  /// The cursor of the reading stands before the record. `reading` outlives this.
  explicit ResourceRecord(PlanReading& reading);

  PlannedResource& resource() { return resource_; }
  /// Whether the field is one that names the resource; then it was read.
  bool read_field(std::string_view field);
  /// The string at the cursor; what is none makes the record odd.
  std::string text(std::string_view field);
  /// Puts the resource into a module.
  void set_module(std::string_view address);
  /// The record cannot be used, for it `has no change`. Only the first reason counts.
  void note_odd(std::string why);

  /// After the record's end: adds the resource, or says why not.
  void add_to(std::vector<PlannedResource>& resources);

 private:
  void read_key();
  void read_mode();

  PlanReading& reading_;
  PlannedResource resource_;
  // a resource that is no part of what will be there (`ephemeral`)
  bool is_passing_ = false;
  std::string odd_;
};

}  // namespace exr
