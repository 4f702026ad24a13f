#pragma once

#include <cstdint>

#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/written_expressions.h"
#include "source/span.h"
#include "value/value.h"

namespace exr {

/// Where an expression stands, which decides what its references mean.
struct ExpressionSite {
  /// The module instance that its names belong to: an index into PlanInstances.
  std::uint32_t module = 0;
  /// `for_each` of its block, and the instance's key there.
  Span for_each;
  InstanceKey key;
};

/// Gives references whose value the plan knows: `each.key`, constants that are handed down, and
/// variables of the root module.
class KnownReferences {
 public:
  /// Both outlive it.
  KnownReferences(const PlanInstances& instances, WrittenExpressions& expressions)
      : instances_(instances), expressions_(expressions) {}

  /// Null if it is not known.
  Value value(const PlanReference& reference, const ExpressionSite& site) const;
  /// The same as the key of an instance; none if it is not known or no key.
  InstanceKey key(const PlanReference& reference, const ExpressionSite& site) const;

 private:
  Value value_within(const PlanReference& reference, const ExpressionSite& site,
                     std::uint32_t depth) const;
  Value expression_value(const Value& expression, const ExpressionSite& site,
                         std::uint32_t depth) const;
  Value variable(std::string_view name, const ExpressionSite& site, std::uint32_t depth) const;
  Value each_value(const ExpressionSite& site, std::uint32_t depth) const;

  const PlanInstances& instances_;
  WrittenExpressions& expressions_;
};

}  // namespace exr
