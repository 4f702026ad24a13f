#pragma once

#include "expression/tree.h"
#include "policy/definitions.h"
#include "policy/rule.h"

namespace exr {

/// The expression whose place a finding gets where a check has no `at`: the first path in its
/// condition that starts at `self` or a name of `each`, a name of `each` itself, or, if there is
/// none, `self` alone. kNone if neither occurs.
NodeId default_place(const Rule& rule, const Check& check, const Definitions& definitions);

}  // namespace exr
