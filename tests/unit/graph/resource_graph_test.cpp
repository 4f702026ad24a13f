#include "graph/resource_graph.h"

#include <gtest/gtest.h>

#include "unit/graph/graph_driver.h"

namespace exr {
namespace {

constexpr const char* kNetwork = "Microsoft.Network/virtualNetworks";
const std::string kHub = kGroup + "/providers/Microsoft.Network/virtualNetworks/vnet-hub";

TEST(ResourceGraph, finds_types_without_case_in_the_order_of_adding) {
  GraphDriver driver;
  driver.add(kNetwork, "b");
  driver.add("Microsoft.Network/routeTables", "r");
  driver.add("microsoft.network/VIRTUALNETWORKS", "a");
  EXPECT_EQ(driver.names_of_type("Microsoft.network/virtualNetworks"),
            (std::vector<std::string>{"b", "a"}));
  EXPECT_TRUE(driver.graph.of_type("Microsoft.Network/unheardOf").empty());
}

TEST(ResourceGraph, finds_ids_without_case) {
  GraphDriver driver;
  const ResourceHandle network = driver.add(kNetwork, "vnet-hub");
  EXPECT_EQ(driver.graph.find(driver.here, to_upper(kHub)), network);
  EXPECT_EQ(driver.graph.find(driver.here, kHub + "/"), network);
  EXPECT_EQ(driver.graph.find(driver.here, kHub + "/subnets/s"), std::nullopt);
}

TEST(ResourceGraph, prefers_what_is_declared_and_what_is_separate) {
  GraphDriver driver;
  Resource existing = driver.resource(kNetwork, "vnet-hub");
  existing.existing = true;
  Resource inner = driver.resource(kNetwork, "vnet-hub");
  inner.is_inline = true;
  const ResourceHandle first = driver.graph.add(existing);
  EXPECT_EQ(driver.graph.find_in(driver.here, kHub), first);
  const ResourceHandle second = driver.graph.add(inner);
  EXPECT_EQ(driver.graph.find_in(driver.here, kHub), second);
  const ResourceHandle third = driver.add(kNetwork, "vnet-hub");
  driver.add(kNetwork, "vnet-hub");
  driver.graph.add(existing);
  driver.graph.add(inner);
  EXPECT_EQ(driver.graph.find_in(driver.here, kHub), third);
  EXPECT_EQ(driver.graph.size(), 6U);
}

TEST(ResourceGraph, looks_into_the_only_other_deployment_that_declares_an_id) {
  GraphDriver driver;
  const DeploymentId spoke = driver.graph.add_deployment("spoke.bicep");
  const DeploymentId copy = driver.graph.add_deployment("copy.bicep");
  Resource existing = driver.resource(kNetwork, "vnet-hub");
  existing.existing = true;
  existing.deployment = spoke;
  const ResourceHandle witness = driver.graph.add(existing);
  EXPECT_EQ(driver.graph.find(copy, kHub), std::nullopt);

  const ResourceHandle network = driver.add(kNetwork, "vnet-hub");
  EXPECT_EQ(driver.graph.find(spoke, kHub), network);
  EXPECT_EQ(driver.graph.find_in(spoke, kHub), witness);
  EXPECT_EQ(driver.graph.find(copy, kHub), network);

  Resource twin = driver.resource(kNetwork, "vnet-hub");
  twin.deployment = copy;
  const ResourceHandle second = driver.graph.add(twin);
  EXPECT_EQ(driver.graph.find(copy, kHub), second);
  EXPECT_EQ(driver.graph.find(driver.here, kHub), network);
  EXPECT_EQ(driver.graph.find(spoke, kHub), witness);
}

TEST(ResourceGraph, is_open_for_the_types_of_any_deployment) {
  GraphDriver driver;
  EXPECT_FALSE(driver.graph.is_open("*"));
  EXPECT_FALSE(driver.graph.is_partial());
  const DeploymentId other = driver.graph.add_deployment("other.bicep");
  driver.graph.deployment(other).open_types.emplace_back("microsoft.network/routetables");
  EXPECT_TRUE(driver.graph.is_open("*"));
  EXPECT_TRUE(driver.graph.is_open("Microsoft.Network/routeTables"));
  EXPECT_FALSE(driver.graph.is_open("Microsoft.Network/routeTables/routes"));
  driver.graph.deployment(driver.here).partial = true;
  EXPECT_TRUE(driver.graph.is_partial());
}

}  // namespace
}  // namespace exr
