#pragma once

#include <cstdint>
#include <string_view>

namespace exr {

/// The functions whose value comes from the deployment, and which are therefore not in the table of
/// functions
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions).
enum class DeploymentFunction : std::uint8_t {
  None,
  ResourceGroup,
  Subscription,
  ManagementGroup,
  Tenant,
  Deployment,
  Deployer,
  Environment,
  ResourceId,
  SubscriptionResourceId,
  ManagementGroupResourceId,
  TenantResourceId,
  ExtensionResourceId,
  /// Any that only Azure can compute: `reference`, `listKeys`, ...
  AtRunTime,
};

/// The function by a name without regard to case; None for any other name.
DeploymentFunction find_deployment_function(std::string_view name);
/// `list` and all whose names begin so: operations of some resource type
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#list).
bool is_list_function(std::string_view name);

}  // namespace exr
