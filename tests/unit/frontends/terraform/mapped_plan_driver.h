#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "frontends/terraform/mapped_plan.h"
#include "graph/resource_graph.h"

namespace exr {

/// A managed resource of a plan, written down in short.
struct PlanRecord {
  /// `azurerm_subnet.s["a"]`, without its module.
  std::string address;
  /// JSON objects.
  std::string after;
  std::string after_unknown = "{}";
  std::string module = {};
  std::string action = "create";
  std::string mode = "managed";
};

/// A plan of records and a configuration (JSON of `root_module`), read and ready to be mapped.
class ShortPlan {
 public:
  /// `rest` is further members of the plan, each with a comma before it.
  explicit ShortPlan(const std::vector<PlanRecord>& records, std::string_view root_module = "{}",
                     std::string_view rest = "");

  const Plan& plan() const { return plan_; }
  const PlanInput& input() const { return input_; }
  const SourceMap& sources() const { return sources_; }
  const Limits& limits() const { return limits_; }
  const std::string& text() const { return text_; }
  /// Of all resources, one a line: `address: id`.
  std::string ids() const;
  ResourceGraph graph(Problems& problems) const;
  /// The instance with an address.
  InstanceId instance(std::string_view address) const;

 private:
  std::string text_;
  SourceMap sources_;
  Limits limits_;
  Plan plan_;
  mutable MappingLibrary mappings_;
  PlanInput input_;
};

/// JSON of a `resource` block of a configuration.
std::string block(std::string_view address, std::string_view expressions,
                  std::string_view for_each = "", std::string_view depends_on = "");
/// JSON of an expression with references.
std::string references(const std::vector<std::string>& references);

}  // namespace exr
