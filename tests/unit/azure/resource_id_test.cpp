#include "azure/resource_id.h"

#include <gtest/gtest.h>

#include "azure/resource_type.h"

namespace exr {
namespace {

const std::string kGroup = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}";

TEST(ResourceId, TakesAChildApart) {
  const auto id = parse_resource_id(
      kGroup + "/providers/Microsoft.Network/expressRouteCircuits/er/peerings/private");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->subscription_id, "{subscriptionId}");
  EXPECT_EQ(id->resource_group, "{resourceGroup}");
  EXPECT_EQ(id->type, "Microsoft.Network/expressRouteCircuits/peerings");
  EXPECT_EQ(id->names, (std::vector<std::string>{"er", "private"}));
  EXPECT_EQ(id->scope, kGroup);
  EXPECT_EQ(id->parent, kGroup + "/providers/Microsoft.Network/expressRouteCircuits/er");
}

TEST(ResourceId, TakesAnExtensionApart) {
  const std::string target = kGroup + "/providers/Microsoft.Network/expressRouteCircuits/er";
  const auto id =
      parse_resource_id(target + "/providers/Microsoft.Insights/diagnosticSettings/logs");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->type, "Microsoft.Insights/diagnosticSettings");
  EXPECT_EQ(id->scope, target);
  EXPECT_EQ(id->parent, "");
  EXPECT_EQ(id->name(), "logs");
}

TEST(ResourceId, TakesGroupsAndSubscriptionsApart) {
  const auto group = parse_resource_id("/subscriptions/s/resourceGroups/g/");
  ASSERT_TRUE(group);
  EXPECT_EQ(group->type, "Microsoft.Resources/resourceGroups");
  EXPECT_EQ(group->scope, "/subscriptions/s");
  const auto subscription = parse_resource_id("/subscriptions/s");
  ASSERT_TRUE(subscription);
  EXPECT_EQ(subscription->name(), "s");
  const auto managed =
      parse_resource_id("/providers/Microsoft.Management/managementGroups/m/providers/A.B/c/d");
  ASSERT_TRUE(managed);
  EXPECT_EQ(managed->management_group, "m");
  EXPECT_EQ(managed->scope, "/providers/Microsoft.Management/managementGroups/m");
}

TEST(ResourceId, KeepsUnknownPartsWhole) {
  const auto id = parse_resource_id(kGroup + "/providers/A.B/c/${take('a/b}',param:x)}-er/d/e");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->names, (std::vector<std::string>{"${take('a/b}',param:x)}-er", "e"}));
}

TEST(ResourceId, AResourceMayBeCalledProviders) {
  const auto id = parse_resource_id(kGroup + "/providers/A.B/c/providers");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->type, "A.B/c");
  EXPECT_EQ(id->name(), "providers");
}

TEST(ResourceId, RejectsWhatIsNoId) {
  for (const char* text : {"", "/", "er", "/subscriptions", "/subscriptions//resourceGroups/g",
                           "/providers/A.B", "${param:id}/peerings/x"}) {
    EXPECT_FALSE(parse_resource_id(text)) << text;
  }
}

TEST(ResourceId, IsBuiltFromItsParts) {
  const std::vector<std::string> names = {"er", "private"};
  const auto id = resource_id_at(kGroup, "Microsoft.Network/expressRouteCircuits/peerings", names);
  EXPECT_EQ(id, kGroup + "/providers/Microsoft.Network/expressRouteCircuits/er/peerings/private");
  EXPECT_FALSE(resource_id_at(kGroup, "Microsoft.Network/expressRouteCircuits", names));
  const std::vector<std::string> group = {"g"};
  EXPECT_EQ(resource_id_at("/subscriptions/s", "Microsoft.Resources/resourceGroups", group),
            group_scope("s", "g"));
  EXPECT_EQ(resource_id_at("/", "A.B/c", group), "/providers/A.B/c/g");
}

TEST(ResourceType, KnowsParentAndChild) {
  EXPECT_EQ(parent_type("A.B/c/d"), "A.B/c");
  EXPECT_EQ(parent_type("A.B/c"), "");
  EXPECT_EQ(last_type_segment("A.B/c/d"), "d");
  EXPECT_EQ(child_type("A.B/c", "d"), "A.B/c/d");
  EXPECT_EQ(child_type("A.B/c", "a.b/C/d"), "a.b/C/d");
  EXPECT_EQ(name_count("A.B/c/d"), 2U);
}

}  // namespace
}  // namespace exr
