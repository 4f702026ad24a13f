#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frontends/terraform/known_references.h"
#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/written_expressions.h"
#include "value/value.h"

namespace exr {

/// A resource that an expression leads to, and what of it: `azurerm_subnet.x` and `id`.
struct ReferenceTarget {
  InstanceId instance;
  /// Empty: the whole resource, or an index that is not constant hid the path.
  PlanPath path;
  /// Text that comes behind the value: `/subnets/GatewaySubnet`. Only sources tell it.
  std::string suffix = {};
  friend bool operator==(const ReferenceTarget&, const ReferenceTarget&) = default;
};

/// All that an expression leads to.
struct ReferenceTargets {
  /// Each once, in the order in which the expression has them.
  std::vector<ReferenceTarget> targets;
  /// Every reference could be followed. If not, it may lead to others as well: the configuration of
  /// a plan does not have the `locals`.
  bool complete = true;
  /// How many references led to something other than a resource: known variables, outputs
  /// without one, workspaces.
  std::size_t others = 0;
};

/// Follows references of the configuration through modules, variables and `each.value` to the
/// instances that they lead to.
class ReferenceFollower {
 public:
  /// All outlive it.
  ReferenceFollower(PlanInstances& instances, WrittenExpressions& expressions)
      : instances_(instances), expressions_(expressions), known_(instances, expressions) {}

  /// Where `expression` (is_expression) leads to. What takes too many steps is incomplete.
  ReferenceTargets follow(const Value& expression, const ExpressionSite& site);
  /// The same for a single reference.
  ReferenceTargets follow(const PlanReference& reference, const ExpressionSite& site);

  /// The site of the expressions of a resource's block.
  ExpressionSite site_of(InstanceId instance) const;

 private:
  struct Step;
  struct Walk;

  static void add_expression(Walk& walk, const Value& expression, const ExpressionSite& site,
                             const PlanPath& rest);
  ReferenceTargets finish(Walk& walk);
  void take(Walk& walk, const Step& step);
  void take_resource(Walk& walk, const Step& step) const;
  void take_output(Walk& walk, const Step& step);
  void take_variable(Walk& walk, const Step& step);
  void take_each_value(Walk& walk, const Step& step);
  InstanceKey picked_key(const Step& step) const;

  PlanInstances& instances_;
  WrittenExpressions& expressions_;
  KnownReferences known_;
};

}  // namespace exr
