#include "graph/linker.h"

#include <gtest/gtest.h>

#include "unit/graph/graph_driver.h"

namespace exr {
namespace {

constexpr const char* kNetwork = "Microsoft.Network/virtualNetworks";
constexpr const char* kSubnets = "Microsoft.Network/virtualNetworks/subnets";
constexpr const char* kGateway = "Microsoft.Network/virtualNetworkGateways";
const std::string kProvider = kGroup + "/providers/Microsoft.Network/";
using Lines = std::vector<std::string>;

TEST(Linker, adds_parents_and_references_with_their_paths) {
  GraphDriver driver;
  driver.add(kNetwork, "hub");
  driver.add(kSubnets, "hub/GatewaySubnet");
  driver.add(kGateway, "gw", driver.json(R"({"properties": {"ipConfigurations": [{}, {"properties":
      {"subnet": {"id": ")" + kProvider + R"(VIRTUALNETWORKS/hub/subnets/gatewaysubnet"}}}]}})"));
  driver.link_all();
  EXPECT_EQ(driver.edges(), (Lines{"parent hub/GatewaySubnet -> hub",
                                   "reference gw -> hub/GatewaySubnet "
                                   "properties.ipConfigurations[1].properties.subnet.id"}));
}

TEST(Linker, links_neither_to_itself_nor_to_parts_of_a_resource_nor_to_strangers) {
  GraphDriver driver;
  driver
      .add(kGateway, "gw", driver.json(R"({"self": ")" + kProvider + R"(virtualNetworkGateways/gw",
          "part": ")" + kProvider + R"(virtualNetworkGateways/gw/ipConfigurations/x",
          "text": "see )" + kProvider + R"(virtualNetworkGateways/gw",
          "stranger": ")" + kProvider + R"(virtualNetworkGateways/other"})"));
  driver.link_all();
  EXPECT_EQ(driver.edges(), Lines{});
}

TEST(Linker, links_partly_known_ids_by_their_text) {
  GraphDriver driver;
  driver.add(kGateway, "${param:prefix}-gw");
  driver.add(
      "Microsoft.Network/connections", "con",
      object_value({{"same", text_value(kProvider + "virtualNetworkGateways/${param:prefix}-gw")},
                    {"other", text_value(kProvider + "virtualNetworkGateways/${param:name}-gw")}}));
  driver.link_all();
  EXPECT_EQ(driver.edges(), Lines{"reference con -> ${param:prefix}-gw same"});
}

TEST(Linker, links_to_parents_of_which_nothing_is_known) {
  GraphDriver driver;
  Resource network = driver.resource(kNetwork, "hub");
  network.id = unknown_value("param:id");
  driver.graph.add(network);
  Resource subnet = driver.resource(kSubnets, "hub/s");
  subnet.parent = network.id;
  driver.graph.add(subnet);
  driver.link_all();
  EXPECT_EQ(driver.edges(), Lines{"parent hub/s -> hub"});
}

TEST(Linker, links_candidates_and_property_names) {
  GraphDriver driver;
  driver.add("Microsoft.ManagedIdentity/userAssignedIdentities", "who");
  const std::string id = kGroup + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/who";
  Unknown either = make_unknown(UnknownReason::Undecided, "if(param:a)");
  either.candidates = {{{{"param:a", 0}}, Value::string(id)}, {{{"param:a", 1}}, Value()}};
  driver.add(kGateway, "gw",
             object_value({{"identity", object_value({{id, object_value({})}})},
                           {"tags", object_value({{"my tag", Value::unknown(either)}})}}));
  driver.link_all();
  EXPECT_EQ(driver.edges(), (Lines{"reference gw -> who identity['" + id + "']",
                                   "reference gw -> who tags['my tag']"}));
}

TEST(Linker, links_scopes_and_dependencies) {
  GraphDriver driver;
  driver.add(kGateway, "gw");
  Resource lock = driver.resource("Microsoft.Authorization/locks", "keep");
  lock.id = Value::string(kProvider +
                          "virtualNetworkGateways/gw/providers/Microsoft.Authorization/locks/keep");
  lock.scope = Value::string(kProvider + "virtualNetworkGateways/gw");
  lock.depends_on = {kProvider + "virtualNetworkGateways/GW", kProvider + "routeTables/none"};
  driver.graph.add(lock);
  driver.link_all();
  EXPECT_EQ(driver.edges(), (Lines{"scope keep -> gw", "depends-on keep -> gw"}));
}

TEST(Linker, links_to_inline_children_and_from_them) {
  GraphDriver driver;
  driver.add("Microsoft.Network/routeTables", "rt");
  driver.add(kNetwork, "hub",
             driver.json(R"({"properties": {"subnets": [{"name": "s", "properties":
      {"routeTable": {"id": ")" +
                         kProvider + R"(routeTables/rt"}}}]}})"));
  driver.add(kGateway, "gw",
             object_value({{"id", Value::string(kProvider + "virtualNetworks/hub/subnets/s")}}));
  driver.link_all();
  EXPECT_EQ(driver.edges(),
            (Lines{"reference hub -> rt properties.subnets[0].properties.routeTable.id",
                   "reference gw -> hub/s id", "parent hub/s -> hub",
                   "reference hub/s -> rt properties.routeTable.id"}));
}

// 2^60 values in the eyes of who walks through them, 60 in memory.
TEST(Linker, does_not_walk_without_end_through_shared_parts) {
  GraphDriver driver;
  Value shared = Value::string("x");
  for (int i = 0; i < 60; ++i) shared = object_value({{"a", shared}, {"b", shared}});
  driver.add(kGateway, "gw", shared);
  driver.link_all();
  EXPECT_TRUE(driver.graph.is_partial());
}

TEST(Linker, links_many_resources_of_one_name_in_time) {
  GraphDriver driver;
  const Value id = Value::string(kProvider + "routeTables/same");
  for (int i = 0; i < 20'000; ++i)
    driver.add("Microsoft.Network/routeTables", "same", object_value({{"id", id}}));
  driver.link_all();
  EXPECT_EQ(driver.graph.edges().size(), 19'999U);
}

}  // namespace
}  // namespace exr
