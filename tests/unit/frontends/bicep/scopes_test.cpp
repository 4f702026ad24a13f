#include <gtest/gtest.h>

#include "bicep_deployment.h"

namespace exr {
namespace {

TEST(Scopes, know_what_the_configuration_says_of_the_deployment) {
  BicepDeployment made;
  Object tags;
  tags.set("owner", Value::string("network"));
  made.place = {.tenant_id = "t",
                .management_group = "mg",
                .subscription_id = "s",
                .resource_group = "rg-hub",
                .location = "northeurope",
                .tags = Value::object(std::move(tags)),
                .name = "hub"};
  made.expand_text(R"(
output group object = { id: resourceGroup().id, location: resourceGroup().location, tags: resourceGroup().tags }
output scopes string[] = [subscription().id, tenant().tenantId, deployer().tenantId, managementGroup().name]
output id string = resourceId('Microsoft.Network/virtualNetworks', 'v')
output name string = deployment().name
output cloud string[] = [environment().name, environment().suffixes.storage]
)");
  EXPECT_EQ(made.problem_places(), "");
  EXPECT_EQ(made.output_text("group"),
            R"({"id":"/subscriptions/s/resourceGroups/rg-hub","location":"northeurope",)"
            R"("tags":{"owner":"network"}})");
  EXPECT_EQ(made.output_text("scopes"), R"(["/subscriptions/s","t","t","mg"])");
  EXPECT_EQ(
      made.output_text("id"),
      "\"/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/v\"");
  EXPECT_EQ(made.output_text("name"), "\"hub\"");
  EXPECT_EQ(made.output_text("cloud"), R"(["AzureCloud","core.windows.net"])");
}

TEST(Scopes, keep_what_is_known_of_one_group_from_others) {
  BicepDeployment made;
  made.place = {.subscription_id = "s", .resource_group = "rg-hub", .location = "northeurope"};
  made.files.write("leaf.bicep", "output location string = resourceGroup().location\n");
  made.files.write(
      "above.bicep",
      "targetScope = 'subscription'\noutput location string = deployment().location\n");
  made.expand_text(R"(
module same 'leaf.bicep' = { scope: resourceGroup('RG-hub') }
module other 'leaf.bicep' = { scope: resourceGroup('rg-spoke') }
module far 'leaf.bicep' = { scope: resourceGroup('s2', 'rg-hub') }
module above 'above.bicep' = { scope: subscription('s2') }
output same string = same.outputs.location
output other string = other.outputs.location
output far string = far.outputs.location
output above string = above.outputs.location
)");
  EXPECT_EQ(canonical_text(made.output("other")),
            "resourceGroup('/subscriptions/s/resourceGroups/rg-spoke').location");
  EXPECT_EQ(canonical_text(made.output("far")),
            "resourceGroup('/subscriptions/s2/resourceGroups/rg-hub').location");
  EXPECT_EQ(made.output_text("same"), "\"northeurope\"");
  EXPECT_EQ(made.output_text("above"), "\"northeurope\"");
}

}  // namespace
}  // namespace exr
