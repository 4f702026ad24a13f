#pragma once

#include "template/expansion.h"

namespace exr {

/// The resource group that a module call goes to, where the template of the call makes it itself;
/// null if it does not, or that cannot be told. `scope` is the value of the call's scope. A scope
/// that is only a name means the group that is declared with the very same name expression.
ResourceInstance* find_made_group(Expansion& expansion, ModuleCall& call, const Value& scope);
/// What `resourceGroup()` gives in a group that the deployment makes: its location and tags are
/// those that are written.
void take_from_group(Expansion& expansion, ResourceInstance& group, Place& place);

}  // namespace exr
