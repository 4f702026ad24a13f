#pragma once

#include "template/expansion.h"

namespace exr {

/// The resource group with an ID that a template instance makes itself, null if it makes none. A
/// group whose name needs what is deployed is not found.
ResourceInstance* find_made_group(Expansion& expansion, TemplateInstance& instance,
                                  const Value& id);
/// What `resourceGroup()` gives in a group that the deployment makes: its location and tags are
/// those that are written.
void take_from_group(Expansion& expansion, ResourceInstance& group, Place& place);

}  // namespace exr
