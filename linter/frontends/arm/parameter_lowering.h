#pragma once

#include "frontends/arm/lowered_template.h"
#include "template/template.h"
#include "value/value.h"

namespace exr {

/// Lowers an ARM parameter file, a document with `parameters`, or what would stand in there alone
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files). Each
/// parameter has a `value`, which is taken as it is; a `reference` to a secret in a Key Vault; or
/// an `expression` over the file's `externalInputDefinitions`, as the Bicep compiler writes it. The
/// result names no template. What is wrong becomes a Problem and is left out.
Template lower_arm_parameters(const Value& document, const ArmSource& source);

}  // namespace exr
