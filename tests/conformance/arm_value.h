#pragma once

#include <optional>
#include <string>

#include "conformance/program.h"
#include "value/value.h"

namespace conformance {

/// What a value of a compiled template is, or why that cannot be computed here.
struct ArmValue {
  std::optional<exr::Value> value;
  std::string reason;
};

/// Evaluates a value of the compiled template of a program, with the expressions in it, where the
/// program's parameters and variables have the program's values.
ArmValue evaluate_arm(const exr::Value& written, const Program& program);

}  // namespace conformance
