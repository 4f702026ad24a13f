#pragma once

#include "value/containers.h"
#include "value/value.h"

namespace exr {

/// The variable that is the template of a nested deployment which says `[variables('name')]`, as
/// the compiler of Bicep writes one that was loaded from a file. `variables` are those of the
/// template around it. Null if it is anything else, or if expressions stand in the variable itself.
const Object::Property* find_template_variable(const Value& written, const Object* variables);
/// A value with its escaped strings (`[[...`) as a deployment sees them that gets it.
Value without_escapes(const Value& value);

}  // namespace exr
