#pragma once

#include <string_view>

#include "hcl/symbolic_value.h"

namespace exr {

/// Both operators over anything but Choices; Unknown where it is not decided.
SymbolicValue apply_binary(std::string_view name, const SymbolicValue& left,
                           const SymbolicValue& right);
SymbolicValue apply_unary(std::string_view name, const SymbolicValue& operand);

}  // namespace exr
