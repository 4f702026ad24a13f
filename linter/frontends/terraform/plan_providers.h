#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "frontends/terraform/known_references.h"
#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/written_expressions.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

/// What the configured providers of a plan say about their resources.
class PlanProviders {
 public:
  /// All outlive it.
  PlanProviders(const PlanInstances& instances, WrittenExpressions& expressions,
                const SourceMap& sources, const Limits& limits)
      : instances_(instances), expressions_(expressions), sources_(sources), limits_(limits) {}

  /// The ID of the subscription that a provider works in: as it is configured, else as the IDs of
  /// what it made before have it, else `{subscriptionId}`; of a further one (`azurerm.hub`) whose
  /// subscription is written, but not known, an Unknown. Valid as long as this.
  const Value& subscription(const std::string& key);

  /// The same as a canonical text. Valid as long as this.
  std::string_view subscription_text(const std::string& key);

  /// The major version of a provider, as far as the constraint on its version says; else 4, which
  /// has been the one since August 2024.
  int major(const std::string& key) const;

 private:
  std::string configured_key(std::string key) const;
  Value find_subscription(const std::string& asked);
  Value written_subscription(const ConfiguredProvider& provider);
  Value known_subscription(const std::string& key) const;

  const PlanInstances& instances_;
  WrittenExpressions& expressions_;
  const SourceMap& sources_;
  const Limits& limits_;
  std::unordered_map<std::string, Value, HashText, std::equal_to<>> subscriptions_;
};

/// The major version that a constraint asks for (`~> 4.0`, `>= 3.7, < 5.0`); `otherwise` where it
/// leaves several and `otherwise` is among them, or says nothing.
int major_of_constraint(std::string_view constraint, int otherwise);

}  // namespace exr
