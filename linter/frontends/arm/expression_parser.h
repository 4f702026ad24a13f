#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/tree.h"
#include "findings/problem.h"
#include "frontends/arm/names.h"
#include "support/limits.h"
#include "template/template.h"
#include "value/value.h"

namespace exr {

/// What expressions of one template stand in. The parts outlive it.
struct ArmExpressionSite {
  ExpressionTree& tree;
  /// The text of the file.
  std::string_view file_text;
  const ArmNames& names;
  const Limits& limits;
  Problems& problems;
  /// The `copy` loops around the place, outermost first.
  std::vector<CopyLoop> loops;
  /// Inside a user function its parameters, which are then all that `parameters()` knows; else
  /// null.
  const std::vector<FunctionParameter>* function_parameters = nullptr;
  /// Of a parameter file: its `externalInputDefinitions`, by key; else null.
  const Object* external_inputs = nullptr;
  /// Whether texts are no expressions, whatever brackets they have: a value of a parameter file.
  bool are_texts_plain = false;
};

/// The count of a `copy`: what the loop runs over, and the text that is counted (CopyLoop).
struct ArmCount {
  NodeId iterable = NodeId::kNone;
  std::string counted;
};

/// Whether a JSON string is an expression: it starts with `[`, not with `[[`, and ends with `]`
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions).
bool is_arm_expression(std::string_view text);
/// A JSON string as a node: an expression in brackets, or plain text.
NodeId lower_arm_string(const Value& string, ArmExpressionSite& site);
/// The `count` of a `copy`, a JSON value.
ArmCount lower_arm_count(const Value& count, ArmExpressionSite& site);

}  // namespace exr
