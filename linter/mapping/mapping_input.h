#pragma once

#include <string_view>

#include "value/value.h"

namespace exr {

/// One managed resource of a plan, as its mapping reads it.
struct MappingInput {
  /// `azurerm_express_route_circuit`.
  std::string_view type;
  /// Its address in the plan, for the texts of unknown values.
  std::string_view address;
  /// An Object: what Terraform planned. An attribute that is known after apply is an Unknown, what
  /// is not set is null, empty or absent.
  const Value& attributes;
  /// An Object: the `expressions` of its block in the plan's configuration, which say what the user
  /// wrote. Null where no configuration is known (a state): then everything that is not empty
  /// counts as written.
  const Value& expressions;
  /// The major version of the provider.
  int provider_major = 4;
  /// The record in the plan: the origin of what only the mapping writes.
  Span place;
  /// Those of the provider, where they are known.
  std::string_view subscription_id = "{subscriptionId}";
  std::string_view tenant_id = "{tenantId}";
};

}  // namespace exr
