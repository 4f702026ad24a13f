#include <gtest/gtest.h>

#include "unit/graph/graph_driver.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr const char* kCircuit = "Microsoft.Network/expressRouteCircuits";
constexpr const char* kPeerings = "Microsoft.Network/expressRouteCircuits/peerings";
constexpr const char* kReach = "Microsoft.Network/expressRouteCircuits/peerings/connections";
constexpr const char* kSubnets = "Microsoft.Network/virtualNetworks/subnets";
using Names = std::vector<std::string>;

Value properties_with(const std::string& name, Value value) {
  return object_value({{"properties", object_value({{name, std::move(value)}})}});
}

Value array_value(std::vector<Value> members) {
  return Value::array(
      {.members = std::move(members), .possible = {}, .open = false, .open_text = ""});
}

Value cases(const std::string& source, const Value& first, const Value& second) {
  Unknown unknown = make_unknown(UnknownReason::Undecided, source);
  unknown.candidates = {{{{source, 0}}, first}, {{{source, 1}}, second}};
  return Value::unknown(std::move(unknown));
}

const Resource& only(const GraphDriver& driver, std::string_view type) {
  EXPECT_EQ(driver.graph.of_type(type).size(), 1U);
  return driver.graph.resource(driver.graph.of_type(type).front());
}

TEST(InlineChildren, are_resources_at_the_place_of_their_element) {
  GraphDriver driver;
  Resource circuit = driver.resource(kCircuit, "er", driver.json(R"({"properties": {"PEERINGS": [
        {"name": "AzurePrivatePeering", "properties": {"vlanId": 100}}]}})"));
  circuit.deployed = Truth::Unknown;
  circuit.condition = unknown_value("param:withCircuit");
  const ResourceHandle parent = driver.graph.add(circuit);
  driver.link_all();
  const Resource& peering = only(driver, kPeerings);
  EXPECT_EQ(peering.name.as_string(), "er/AzurePrivatePeering");
  EXPECT_EQ(peering.id_text,
            driver.graph.resource(parent).id_text + "/peerings/AzurePrivatePeering");
  EXPECT_EQ(peering.id_key, to_lower(peering.id_text));
  EXPECT_EQ(to_json(peering.body), R"({"properties":{"vlanId":100}})");
  EXPECT_EQ(driver.sources.slice(peering.declared_at),
            R"({"name": "AzurePrivatePeering", "properties": {"vlanId": 100}})");
  EXPECT_EQ(peering.address, "er.properties.peerings[0]");
  EXPECT_EQ(peering.api_version, "2024-05-01");
  EXPECT_EQ(peering.deployed, Truth::Unknown);
  EXPECT_EQ(canonical_text(peering.condition), "param:withCircuit");
  EXPECT_EQ(peering.parent.as_string(), driver.graph.resource(parent).id_text);
  EXPECT_TRUE(peering.is_inline);
  EXPECT_FALSE(driver.graph.is_open(kPeerings));
}

TEST(InlineChildren, have_children_of_their_own) {
  GraphDriver driver;
  driver.add(kCircuit, "er", driver.json(R"({"properties": {"peerings": [
      {"name": "AzurePrivatePeering", "properties": {"connections": [{"name": "reach"}]}}]}})"));
  driver.add(kPeerings, "other/AzurePrivatePeering",
             driver.json(R"({"properties": {"connections": [{"name": "back"}]}})"));
  driver.link_all();
  EXPECT_EQ(driver.names_of_type(kReach),
            (Names{"other/AzurePrivatePeering/back", "er/AzurePrivatePeering/reach"}));
}

TEST(InlineChildren, give_way_to_what_is_declared_separately_but_not_to_existing) {
  GraphDriver driver;
  driver.add("Microsoft.Network/virtualNetworks", "hub", driver.json(R"({"properties": {"subnets": [
      {"name": "GATEWAYSUBNET", "properties": {"inner": 1}},
      {"name": "witness", "properties": {"inner": 2}}]}})"));
  driver.add(kSubnets, "hub/GatewaySubnet");
  Resource witness = driver.resource(kSubnets, "hub/witness");
  witness.existing = true;
  driver.graph.add(witness);
  driver.link_all();
  EXPECT_EQ(driver.names_of_type(kSubnets),
            (Names{"hub/GatewaySubnet", "hub/witness", "hub/witness"}));
  const auto found =
      driver.graph.find(driver.here, kGroup + "/providers/" +
                                         "Microsoft.Network/virtualNetworks/hub/subnets/witness");
  ASSERT_TRUE(found);
  EXPECT_TRUE(driver.graph.resource(*found).is_inline);
}

TEST(InlineChildren, of_another_deployment_do_not_give_way) {
  GraphDriver driver;
  driver.add("Microsoft.Network/virtualNetworks", "hub",
             driver.json(R"({"properties": {"subnets": [{"name": "a"}]}})"));
  Resource subnet = driver.resource(kSubnets, "hub/a");
  subnet.deployment = driver.graph.add_deployment("other.bicep");
  driver.graph.add(subnet);
  driver.link_all();
  EXPECT_EQ(driver.graph.of_type(kSubnets).size(), 2U);
}

TEST(InlineChildren, with_unknown_names_are_partly_known) {
  GraphDriver driver;
  driver.add("Microsoft.Network/virtualNetworks", "${param:prefix}-vnet",
             properties_with(
                 "subnets", array_value({object_value({{"name", text_value("snet-${param:name}")}}),
                                         object_value({{"properties", object_value({})}}),
                                         unknown_value("param:subnet")})));
  driver.link_all();
  const std::string id =
      kGroup + "/providers/Microsoft.Network/virtualNetworks/${param:prefix}-vnet";
  EXPECT_EQ(driver.names_of_type(kSubnets),
            (Names{"${param:prefix}-vnet/snet-${param:name}",
                   "${param:prefix}-vnet/${" + id + ".properties.subnets[1].name}",
                   "${param:prefix}-vnet/${" + id + ".properties.subnets[2].name}"}));
  const Resource& first = driver.graph.resource(driver.graph.of_type(kSubnets)[0]);
  EXPECT_EQ(first.id_text, id + "/subnets/snet-${param:name}");
  EXPECT_EQ(first.id.as_unknown().pieces.size(), 4U);
  const Resource& third = driver.graph.resource(driver.graph.of_type(kSubnets)[2]);
  EXPECT_EQ(to_json(third.body), R"({"$unknown":"param:subnet"})");
  EXPECT_EQ(third.deployed, Truth::True);
}

TEST(InlineChildren, that_cannot_be_seen_open_their_type_and_those_inside) {
  for (const Value& body : {properties_with("peerings", unknown_value("param:peerings")),
                            properties_with("peerings", Value::array(Array::unknown_members("x"))),
                            object_value({{"properties", unknown_value("param:all")}})}) {
    GraphDriver driver;
    driver.add(kCircuit, "er", body);
    driver.link_all();
    EXPECT_TRUE(driver.graph.is_open(kPeerings));
    EXPECT_TRUE(driver.graph.is_open(kReach));
    EXPECT_FALSE(driver.graph.is_open(kSubnets));
    EXPECT_FALSE(driver.graph.is_open(kCircuit));
    EXPECT_FALSE(driver.graph.is_partial());
  }
}

TEST(InlineChildren, of_an_open_object_may_be_there) {
  GraphDriver driver;
  Object properties;
  properties.set_open("param:more");
  driver.add(kCircuit, "er", object_value({{"properties", Value::object(properties)}}));
  driver.link_all();
  EXPECT_TRUE(driver.graph.is_open(kPeerings));
}

TEST(InlineChildren, that_may_not_be_there_are_perhaps_deployed) {
  GraphDriver driver;
  Array subnets;
  subnets.add(object_value({{"name", Value::string("certain")}}));
  subnets.add(object_value({{"name", Value::string("possible")}}), false);
  driver.add("Microsoft.Network/virtualNetworks", "hub",
             properties_with("subnets", Value::array(subnets)));
  driver.link_all();
  const auto found = driver.graph.of_type(kSubnets);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(driver.graph.resource(found[0]).deployed, Truth::True);
  EXPECT_TRUE(driver.graph.resource(found[0]).condition.is_null());
  EXPECT_EQ(driver.graph.resource(found[1]).deployed, Truth::Unknown);
  EXPECT_TRUE(driver.graph.resource(found[1]).condition.is_unknown());
  EXPECT_FALSE(driver.graph.is_open(kSubnets));
}

TEST(InlineChildren, of_candidates_are_perhaps_deployed_without_opening_the_type) {
  GraphDriver driver;
  const Value one = array_value({object_value({{"name", Value::string("a")}})});
  driver.add("Microsoft.Network/virtualNetworks", "hub",
             properties_with("subnets", cases("param:all", one, array_value({}))));
  driver.link_all();
  EXPECT_EQ(only(driver, kSubnets).deployed, Truth::Unknown);
  EXPECT_FALSE(driver.graph.is_open(kSubnets));
}

TEST(InlineChildren, keep_the_candidates_of_their_names) {
  GraphDriver driver;
  driver.add("Microsoft.Network/virtualNetworks", "hub",
             properties_with("subnets",
                             array_value({cases("if(c)",
                                                object_value({{"name", Value::string("a")},
                                                              {"properties", Value::integer(1)}}),
                                                object_value({{"name", Value::string("b")}}))})));
  driver.link_all();
  const Resource& subnet = only(driver, kSubnets);
  ASSERT_EQ(subnet.name.as_unknown().candidates.size(), 2U);
  EXPECT_EQ(subnet.name.as_unknown().candidates[1].value.as_string(), "hub/b");
  EXPECT_EQ(subnet.name.as_unknown().text, "hub/${if(c).name}");
  EXPECT_EQ(subnet.id.as_unknown().candidates[0].value.as_string(),
            kGroup + "/providers/Microsoft.Network/virtualNetworks/hub/subnets/a");
}

TEST(InlineChildren, of_one_that_stands_for_many_do_so_too) {
  GraphDriver driver;
  Resource circuit = driver.resource(
      kCircuit, "er-${item}", driver.json(R"({"properties": {"peerings": [{"name": "p"}]}})"));
  circuit.stands_for_many = true;
  driver.graph.add(circuit);
  driver.link_all();
  EXPECT_TRUE(only(driver, kPeerings).stands_for_many);
  EXPECT_TRUE(driver.graph.is_open(kPeerings));
}

TEST(InlineChildren, out_of_a_secret_are_secret) {
  GraphDriver driver;
  const Value array = array_value({object_value({{"name", Value::string("hunter2")}})});
  driver.add(kCircuit, "er", properties_with("peerings", array.with_trail(secret("").trail())));
  driver.link_all();
  const Resource& peering = only(driver, kPeerings);
  EXPECT_TRUE(is_secure(peering.name.trail()));
  EXPECT_TRUE(is_secure(peering.id.trail()));
  EXPECT_TRUE(is_secure(peering.body.trail()));
}

}  // namespace
}  // namespace exr
