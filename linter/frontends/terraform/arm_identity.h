#pragma once

#include <string_view>

#include "mapping/mapped_resource.h"
#include "value/value.h"

namespace exr {

/// What a mapped resource is called and where it is, as a Resource of the graph has it.
struct ArmIdentity {
  Value full_name;
  Value id;
  /// Null for a top-level type.
  Value parent;
  Value scope;
};

/// The identity of a mapped resource. `subscription` is the ID of the provider's subscription, in
/// which names of resource groups are looked up: a String, or an Unknown.
ArmIdentity arm_identity(const MappedResource& resource, const Value& subscription);
/// The identity that an ID says, of a resource of `type`. `id` is a String or partly known; the
/// parts of one that is not known at all are unknown.
ArmIdentity identity_from_id(const Value& id, std::string_view type);

}  // namespace exr
