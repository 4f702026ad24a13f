#pragma once

#include <string>
#include <string_view>

#include "value/value.h"

namespace conformance {

/// What an expression gives where no program stands around it.
struct LonelyAnswer {
  exr::Value value;
  /// What it needs of a program; empty if nothing.
  std::string asked;
  /// What is wrong with it; empty if nothing.
  std::string problem;
};

/// Evaluates a Bicep expression that names nothing.
LonelyAnswer evaluate_alone(std::string_view expression);

}  // namespace conformance
