#pragma once

#include "template/deployment.h"
#include "template/template.h"
#include "value/value.h"

namespace exr {

/// Where one template is deployed to. Each name is a String (`{subscriptionId}` and the like where
/// nobody said it) or partly known.
struct Place {
  TargetScope level = TargetScope::ResourceGroup;
  Value tenant_id;
  Value management_group;
  Value subscription_id;
  Value resource_group;
  /// Of the group, or of the deployment above groups; Unknown where nobody said it.
  Value location;
  /// Of the group; Unknown where nobody said it.
  Value tags;
};

/// The place of a root template of the given level.
Place root_place(const DeploymentPlace& known, TargetScope level);
/// The ID of a place: what resources in it are below of. `/` for the tenant.
Value scope_id(const Place& place);
/// The place that an ID names, seen from another one. An ID of a resource is the place of what is
/// around it.
Place place_at(const Value& id, const Place& from);

/// What `resourceGroup()`, `subscription()`, `managementGroup()` and `tenant()` give for a place:
/// an object whose `id` names it.
Value group_object(const Place& place);
Value subscription_object(const Place& place);
Value management_group_object(const Place& place);
Value tenant_object(const Place& place);

}  // namespace exr
