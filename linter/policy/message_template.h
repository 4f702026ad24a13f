#pragma once

#include <string>

#include "expression/tree.h"

namespace exr {

/// The text of a message with `{0}`, `{1}`, ... for its holes. `message` is an Interpolation or
/// String node.
std::string message_template(const ExpressionTree& tree, NodeId message);

}  // namespace exr
