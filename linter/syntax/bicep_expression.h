#pragma once

#include <string_view>

#include "expression/tree.h"
#include "findings/problem.h"
#include "support/limits.h"

namespace exr {

/// Reads one Bicep expression that stands alone (as in a rule file) into `tree` and gives its root,
/// kNone if it could not be read. Problems (SyntaxError, LimitExceeded) have spans into `text`:
/// bytes from its start, with the tree's file; the caller moves them.
NodeId read_expression(std::string_view text, ExpressionTree& tree, const Limits& limits,
                       Problems& problems);

/// Reads the inside of a Bicep string (`circuit ${self.name} is ...`), as rule messages are: an
/// Interpolation or String node.
NodeId read_interpolation(std::string_view text, ExpressionTree& tree, const Limits& limits,
                          Problems& problems);

}  // namespace exr
