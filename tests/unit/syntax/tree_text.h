#pragma once

#include <string>

#include "expression/tree.h"

namespace exr {

/// A tree on one line for comparison: `(add 1 (call f 'a' x))`.
std::string tree_text(const ExpressionTree& tree, NodeId id);

}  // namespace exr
