#pragma once

#include "frontends/arm/expression_parser.h"

namespace exr {

/// `{ "keyVault": { "id": ... }, "secretName": ..., "secretVersion": ... }` as a call of
/// `getSecret`; an Error node where it is none
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/key-vault-parameter).
NodeId lower_secret_reference(const Value& reference, ArmExpressionSite& site);

}  // namespace exr
