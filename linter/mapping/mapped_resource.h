#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "value/value.h"

namespace exr {

/// Where a mapped resource stands in Azure.
struct MappedPlace {
  enum class Kind : std::uint8_t {
    /// In the resource group that `at` names.
    ResourceGroup,
    /// Under the resource whose ID is `at`.
    Parent,
    /// Extends the resource (or the group, the subscription...) whose ID is `at`.
    Scope,
    /// In the provider's own subscription; `at` is null.
    Subscription,
    /// In the management group that `at` names (or whose ID it is).
    ManagementGroup,
    Tenant,
  };
  Kind kind = Kind::ResourceGroup;
  Value at;
  /// Of a resource in a resource group: the names of its parents, outermost first.
  std::vector<Value> parents;
};

/// A resource in ARM's shape, as a mapping makes it. Values that come from an attribute keep its
/// place in the plan as their origin.
struct MappedResource {
  /// Full type (`Microsoft.Network/expressRouteCircuits/peerings`).
  std::string type;
  std::string api_version;
  /// The last segment; a String or an Unknown. Null: the mapping could not tell.
  Value name;
  MappedPlace place;
  /// An Object: `location`, `tags`, `sku`, `properties`...
  Value body;
};

/// An edit of a resource that another block declares.
struct MappedPatch {
  /// The ARM ID of what is edited.
  Value target;
  /// The type that the target has, as far as the mapping says; else empty.
  std::string target_type;
  /// Merged into the target's body: objects deeply, lists are replaced, unless `appends`.
  Value body;
  bool appends = false;
};

/// What one block of Terraform becomes.
struct MappingResult {
  /// The block's own resource first, then its further ones. Empty for a patch.
  std::vector<MappedResource> resources;
  std::vector<MappedPatch> patches;
};

}  // namespace exr
