#pragma once

#include "value/value.h"

namespace exr {

/// The part of the body of a `Microsoft.Resources/deployments` resource by which it may deploy
/// resources that nobody reads: its linked template, or its own one unless that has no resources.
/// Null if there is none.
const Value* find_unread_template(const Value& body);

}  // namespace exr
