#pragma once

#include "frontends/arm/calls.h"

namespace exr {

/// `format('a{0}b', x)` as the Interpolation that Bicep has for it; kNone where the format string
/// is computed, or says more of a hole than its number: the function is left to do it then.
NodeId lower_format_call(const ArmCall& call, ExpressionTree& tree);

}  // namespace exr
