#pragma once

#include <optional>
#include <string_view>

#include "frontends/terraform/plan.h"

namespace exr {

/// Reads the address of a module instance (`module.hub["a.b"].module.circuit[0]`). Keys of
/// `for_each` are quoted as Terraform does
/// (https://developer.hashicorp.com/terraform/cli/state/resource-addressing) and may hold anything.
/// Empty text is the root; empty optional if it is no such address.
std::optional<ModuleInstance> parse_module_address(std::string_view address);

}  // namespace exr
