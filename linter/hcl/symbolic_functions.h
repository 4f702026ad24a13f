#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "hcl/symbolic_value.h"

namespace exr {

/// A function of Terraform over values of which none is a Choice or an Error. `maybe` arguments
/// come from a list that may be shorter; only a function that `takes_maybe` gets some.
/// https://developer.hashicorp.com/terraform/language/functions
struct SymbolicFunction {
  std::string_view name;
  SymbolicValue (*apply)(const SymbolicValue::Members& arguments);
  /// Whether it wants texts, numbers and bools: attributes of resources that are written as such
  /// are taken for what is written.
  bool is_about_scalars = false;
  bool takes_maybe = false;
};

/// Null for a function that is not followed: its value is Unknown.
const SymbolicFunction* find_symbolic_function(std::string_view name);

/// Applies a function to arguments of any kind.
SymbolicValue apply_function(const SymbolicFunction& function,
                             const SymbolicValue::Members& arguments);

/// The functions by kind.
std::span<const SymbolicFunction> collection_functions();
std::span<const SymbolicFunction> list_functions();
std::span<const SymbolicFunction> text_functions();

}  // namespace exr
