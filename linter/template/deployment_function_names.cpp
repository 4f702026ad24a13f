#include "template/deployment_function_names.h"

#include <array>

#include "support/text.h"

namespace exr {

namespace {

struct NamedFunction {
  std::string_view name;
  DeploymentFunction function;
};

// `readEnvironmentVariable` is one of run time too: the environment of whoever lints is not that of
// whoever deploys, and must not get into a report. A default does not make it known, since the
// variable may be set there.
constexpr std::array kFunctions = {
    NamedFunction{"resourceGroup", DeploymentFunction::ResourceGroup},
    NamedFunction{"subscription", DeploymentFunction::Subscription},
    NamedFunction{"managementGroup", DeploymentFunction::ManagementGroup},
    NamedFunction{"tenant", DeploymentFunction::Tenant},
    NamedFunction{"deployment", DeploymentFunction::Deployment},
    NamedFunction{"deployer", DeploymentFunction::Deployer},
    NamedFunction{"environment", DeploymentFunction::Environment},
    NamedFunction{"resourceId", DeploymentFunction::ResourceId},
    NamedFunction{"subscriptionResourceId", DeploymentFunction::SubscriptionResourceId},
    NamedFunction{"managementGroupResourceId", DeploymentFunction::ManagementGroupResourceId},
    NamedFunction{"tenantResourceId", DeploymentFunction::TenantResourceId},
    NamedFunction{"extensionResourceId", DeploymentFunction::ExtensionResourceId},
    NamedFunction{"reference", DeploymentFunction::AtRunTime},
    NamedFunction{"references", DeploymentFunction::AtRunTime},
    NamedFunction{"resourceInfo", DeploymentFunction::AtRunTime},
    NamedFunction{"pickZones", DeploymentFunction::AtRunTime},
    NamedFunction{"providers", DeploymentFunction::AtRunTime},
    NamedFunction{"toLogicalZone", DeploymentFunction::AtRunTime},
    NamedFunction{"toLogicalZones", DeploymentFunction::AtRunTime},
    NamedFunction{"toPhysicalZone", DeploymentFunction::AtRunTime},
    NamedFunction{"toPhysicalZones", DeploymentFunction::AtRunTime},
    NamedFunction{"roleDefinitions", DeploymentFunction::AtRunTime},
    NamedFunction{"getSecret", DeploymentFunction::AtRunTime},
    NamedFunction{"externalInput", DeploymentFunction::AtRunTime},
    NamedFunction{"externalInputs", DeploymentFunction::AtRunTime},
    NamedFunction{"extensions", DeploymentFunction::AtRunTime},
    NamedFunction{"target", DeploymentFunction::AtRunTime},
    NamedFunction{"readCliArg", DeploymentFunction::AtRunTime},
    NamedFunction{"readEnvVar", DeploymentFunction::AtRunTime},
    NamedFunction{"readEnvironmentVariable", DeploymentFunction::AtRunTime},
};

}  // namespace

DeploymentFunction find_deployment_function(std::string_view name) {
  for (const NamedFunction& entry : kFunctions) {
    if (equal_ignoring_case(entry.name, name)) return entry.function;
  }
  return is_list_function(name) ? DeploymentFunction::AtRunTime : DeploymentFunction::None;
}

bool is_list_function(std::string_view name) { return starts_with_ignoring_case(name, "list"); }

}  // namespace exr
