#pragma once

#include "template/parameter_types.h"

namespace exr {

/// The value with each part secured that its declaration says is secure: all of it, or properties
/// and elements deep inside (`type link = { @secure() key: string }`).
Value with_secrets(Expansion& expansion, const Value& value, const DeclaredType& declared);

}  // namespace exr
