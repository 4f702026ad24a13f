#pragma once

#include "hcl/source_targets.h"
#include "hcl/symbolic_value.h"

namespace exr {

/// What a reference refers to.
BuiltText built_text(const SymbolicReference& reference);

/// What a symbolic value is made of. An error is Unknown; among alternatives it is none, since
/// there is a plan. So is what is too deep or too large.
SourceValue source_value(const SymbolicValue& value);

}  // namespace exr
