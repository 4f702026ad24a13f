#include <gtest/gtest.h>

#include "bicep_deployment.h"

namespace exr {
namespace {

TEST(ResourceExpansion, names_children_by_parent_nesting_and_slashes) {
  BicepDeployment made;
  made.expand_text(R"(
resource circuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'er'
  resource private 'peerings' = {
    name: 'AzurePrivatePeering'
    resource reach 'connections@2023-11-01' = { name: 'far' }
  }
}
resource microsoft 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = {
  parent: circuit
  name: 'MicrosoftPeering'
}
resource user 'Microsoft.Network/expressRouteCircuits/authorizations@2024-05-01' = {
  name: '${circuit.name}/sales'
}
)");
  EXPECT_EQ(made.resource_lines(),
            "circuit ~/Microsoft.Network/expressRouteCircuits/er\n"
            "circuit::private ~/Microsoft.Network/expressRouteCircuits/er/peerings/"
            "AzurePrivatePeering\n"
            "circuit::private::reach ~/Microsoft.Network/expressRouteCircuits/er/peerings/"
            "AzurePrivatePeering/connections/far\n"
            "microsoft ~/Microsoft.Network/expressRouteCircuits/er/peerings/MicrosoftPeering\n"
            "user ~/Microsoft.Network/expressRouteCircuits/er/authorizations/sales\n");
  const Resource& reach = made.resource("circuit::private::reach");
  EXPECT_EQ(reach.type, "Microsoft.Network/expressRouteCircuits/peerings/connections");
  EXPECT_EQ(reach.api_version, "2023-11-01");
  EXPECT_EQ(made.resource("circuit::private").api_version, "2024-05-01");
  EXPECT_EQ(reach.name.as_string(), "er/AzurePrivatePeering/far");
  EXPECT_EQ(reach.parent.as_string(), made.resource("circuit::private").id.as_string());
  EXPECT_EQ(made.resource("user").parent.as_string(), made.resource("circuit").id.as_string());
  EXPECT_TRUE(made.resource("circuit").parent.is_null());
  EXPECT_EQ(made.problem_places(), "");
}

TEST(ResourceExpansion, puts_resources_where_their_scope_says) {
  BicepDeployment made;
  made.place.subscription_id = "s1";
  made.place.resource_group = "rg";
  made.expand_text(R"(
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'kv'
  scope: resourceGroup('s2', 'rg-other')
}
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: vault
}
resource policy 'Microsoft.Authorization/policyAssignments@2024-04-01' existing = {
  name: 'p'
  scope: managementGroup('mg')
}
resource tenantRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  name: 'r'
  scope: tenant()
}
resource mine 'Microsoft.Resources/resourceGroups@2024-03-01' existing = {
  name: 'rg3'
  scope: subscription()
}
)");
  EXPECT_EQ(made.resource("vault").id_text,
            "/subscriptions/s2/resourceGroups/rg-other/providers/Microsoft.KeyVault/vaults/kv");
  EXPECT_EQ(made.resource("lock").id_text,
            made.resource("vault").id_text + "/providers/Microsoft.Authorization/locks/keep");
  EXPECT_EQ(made.resource("lock").scope.as_string(), made.resource("vault").id_text);
  EXPECT_EQ(made.resource("policy").id_text,
            "/providers/Microsoft.Management/managementGroups/mg/providers/"
            "Microsoft.Authorization/policyAssignments/p");
  EXPECT_EQ(made.resource("tenantRole").id_text,
            "/providers/Microsoft.Authorization/roleDefinitions/r");
  EXPECT_EQ(made.resource("mine").id_text, "/subscriptions/s1/resourceGroups/rg3");
  EXPECT_EQ(made.problem_places(), "");
}

TEST(ResourceExpansion, tells_what_a_condition_leaves_open) {
  BicepDeployment made;
  made.expand_text(R"(
param wanted bool
resource no 'Microsoft.Network/ipGroups@2024-05-01' = if (1 == 2) { name: 'no' }
resource yes 'Microsoft.Network/ipGroups@2024-05-01' = if (1 == 1) { name: 'yes' }
resource perhaps 'Microsoft.Network/routeTables@2024-05-01' = if (wanted) {
  name: 'perhaps'
  properties: { broken: substring('abc', 2, 5) }
  resource route 'routes' = if (1 == 1) { name: 'to' }
}
output id string = no.id
output gone string = no.?properties.x ?? 'nothing'
)");
  EXPECT_EQ(made.resource_lines(),
            "yes ~/Microsoft.Network/ipGroups/yes\n"
            "perhaps ~/Microsoft.Network/routeTables/perhaps ?\n"
            "perhaps::route ~/Microsoft.Network/routeTables/perhaps/routes/to ?\n");
  EXPECT_EQ(canonical_text(made.resource("perhaps::route").condition), "param:wanted");
  EXPECT_TRUE(made.resource("yes").condition.as_bool());
  EXPECT_EQ(made.output_text("id"), "\"~/Microsoft.Network/ipGroups/no\"");
  EXPECT_EQ(made.output_text("gone"), "\"nothing\"");
  // what may never be deployed fails for nobody
  EXPECT_EQ(made.problem_places(), "");
}

TEST(ResourceExpansion, repeats_resources_and_what_is_nested_in_them) {
  BicepDeployment made;
  made.expand_text(R"(
resource table 'Microsoft.Network/routeTables@2024-05-01' = [for (site, i) in ['a', 'b']: {
  name: 'rt-${site}'
  resource route 'routes' = [for hop in [i, 7]: { name: '${site}-${hop}' }]
}]
output far string = table[1]::route[0].id
output names string[] = map(table, t => t.name)
)");
  EXPECT_EQ(made.resource_lines(),
            "table[0] ~/Microsoft.Network/routeTables/rt-a\n"
            "table[0]::route[0] ~/Microsoft.Network/routeTables/rt-a/routes/a-0\n"
            "table[0]::route[1] ~/Microsoft.Network/routeTables/rt-a/routes/a-7\n"
            "table[1] ~/Microsoft.Network/routeTables/rt-b\n"
            "table[1]::route[0] ~/Microsoft.Network/routeTables/rt-b/routes/b-1\n"
            "table[1]::route[1] ~/Microsoft.Network/routeTables/rt-b/routes/b-7\n");
  EXPECT_EQ(made.output_text("far"), "\"~/Microsoft.Network/routeTables/rt-b/routes/b-1\"");
  EXPECT_EQ(made.output_text("names"), "[\"rt-a\",\"rt-b\"]");
}

TEST(ResourceExpansion, lets_one_resource_stand_for_a_loop_of_unknown_length) {
  BicepDeployment made;
  made.expand_text(R"(
param sites array
resource circuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = [for site in sites: {
  name: 'er-${site.name}'
}]
resource lock 'Microsoft.Authorization/locks@2020-05-01' = [for (site, i) in sites: {
  name: 'keep'
  scope: circuit[i]
}]
)");
  EXPECT_EQ(made.resource_lines(),
            "circuit[*] ~/Microsoft.Network/expressRouteCircuits/er-${param:sites[*].name} ?\n"
            "lock[*] ~/Microsoft.Network/expressRouteCircuits/er-${param:sites[*].name}/providers/"
            "Microsoft.Authorization/locks/keep ?\n");
  EXPECT_TRUE(made.resource("lock[*]").stands_for_many);
  EXPECT_EQ(made.graph.deployments().front().open_types,
            (std::vector<std::string>{"microsoft.network/expressroutecircuits",
                                      "microsoft.authorization/locks"}));
}

TEST(ResourceExpansion, reads_what_is_written_and_leaves_the_rest_to_azure) {
  BicepDeployment made;
  made.expand_text(R"(
resource gateway 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'gw'
  location: 'uksouth'
  properties: { gatewayType: 'ExpressRoute', zones: null }
}
resource other 'Microsoft.Network/expressRouteCircuits@2024-05-01' existing = { name: 'er' }
output type string = gateway.properties.gatewayType
output location string = gateway.location
output version string = gateway.apiVersion
output runtime string = gateway.properties.bgpSettings.asn
output nothing string = gateway.properties.zones
output external string = other.properties.serviceKey
output same bool = gateway.properties.state == reference(gateway.id).state
)");
  EXPECT_EQ(made.output_text("type"), "\"ExpressRoute\"");
  EXPECT_EQ(made.output_text("location"), "\"uksouth\"");
  EXPECT_EQ(made.output_text("version"), "\"2024-05-01\"");
  EXPECT_EQ(canonical_text(made.output("runtime")),
            "reference('" + made.resource("gateway").id_text + "').bgpSettings.asn");
  EXPECT_EQ(canonical_text(made.output("nothing")),
            "reference('" + made.resource("gateway").id_text + "').zones");
  EXPECT_EQ(made.output("external").as_unknown().reason, UnknownReason::External);
  EXPECT_EQ(made.output("external").trail()->kind, Trail::Kind::Property);
  EXPECT_EQ(made.output_text("same"), "true");
}

TEST(ResourceExpansion, keeps_partly_unknown_names_together) {
  BicepDeployment made;
  made.expand_text(R"(
param prefix string
@allowed(['dev', 'prod'])
param stage string
resource gateway 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: '${prefix}-${stage}'
}
resource child 'Microsoft.Network/routeTables/routes@2024-05-01' = { name: prefix }
output same bool = resourceId('Microsoft.Network/virtualNetworkGateways', '${prefix}-${stage}') == gateway.id
)");
  EXPECT_EQ(made.resource_lines(),
            "gateway ~/Microsoft.Network/virtualNetworkGateways/${param:prefix}-${param:stage}\n"
            "child ~/Microsoft.Network/routeTables/${split(param:prefix,'/')[0]}/routes/"
            "${split(param:prefix,'/')[1]}\n");
  EXPECT_EQ(made.output_text("same"), "true");
}

TEST(ResourceExpansion, names_a_cycle_once_and_goes_on) {
  BicepDeployment made;
  made.expand_text(
      "resource a 'Microsoft.Network/ipGroups@2024-05-01' = {\n"
      "  name: 'a'\n"
      "  location: b.location\n"
      "}\n"
      "resource b 'Microsoft.Network/ipGroups@2024-05-01' = {\n"
      "  name: 'b'\n"
      "  location: a.location\n"
      "  tags: { other: a.id }\n"
      "}\n");
  EXPECT_EQ(made.problem_places(), "CyclicReference main.bicep:7:13\n");
  EXPECT_EQ(made.graph.size(), 2u);
}

TEST(ResourceExpansion, reports_a_name_with_too_few_segments) {
  BicepDeployment made;
  made.expand_text(
      "resource s 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {\n"
      "  name: 'alone'\n"
      "}\n");
  EXPECT_EQ(made.problem_places(), "EvaluationError main.bicep:2:9\n");
}

TEST(ResourceExpansion, stops_at_the_limit_of_resources) {
  BicepDeployment made;
  made.limits.resources = 5;
  made.expand_text(
      "resource s 'Microsoft.Network/ipGroups@2024-05-01' = [for i in range(0, 9): {\n"
      "  name: 'g${i}'\n"
      "}]\n");
  EXPECT_EQ(made.graph.size(), 5u);
  EXPECT_EQ(made.problem_places(), "LimitExceeded main.bicep:1:10\n");
  EXPECT_TRUE(made.graph.is_partial());
}

}  // namespace
}  // namespace exr
