#pragma once

#include <string>
#include <string_view>

#include "expression/tree.h"
#include "value/value.h"

namespace exr {

/// How Bicep writes an operator: `&&`.
std::string_view operator_sign(BinaryOperator operation);
/// The canonical text of an operator over two values: that of the template functions into which
/// Bicep compiles it, so that both sources of one template give the same text.
std::string operator_text(BinaryOperator operation, const Value& left, const Value& right);

}  // namespace exr
