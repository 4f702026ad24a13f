#include "mapping/arm_path_attribute.h"

#include <gtest/gtest.h>

#include "unit/mapping/mapping_driver.h"

namespace exr {
namespace {

std::string attribute(std::string_view type, std::string_view path) {
  const Mapping* mapping = find_project_mapping(type);
  return mapping == nullptr ? "no mapping" : arm_path_attribute(*mapping, path);
}

TEST(ArmPathAttribute, of_single_properties) {
  const char* circuit = "azurerm_express_route_circuit";
  EXPECT_EQ(attribute(circuit, "properties.serviceProviderProperties.bandwidthInMbps"),
            "bandwidth_in_mbps");
  EXPECT_EQ(attribute(circuit, "properties.serviceproviderproperties.bandwidthinmbps"),
            "bandwidth_in_mbps");
  EXPECT_EQ(attribute(circuit, "sku.tier"), "sku.tier");
  EXPECT_EQ(attribute(circuit, "sku.name"), "sku.tier, sku.family");
  EXPECT_EQ(attribute(circuit, "tags.env"), "tags.env");
  EXPECT_EQ(attribute(circuit, "name"), "name");
  EXPECT_EQ(attribute("azurerm_express_route_circuit_peering", "name"), "peering_type");
  EXPECT_EQ(attribute("azurerm_virtual_network_gateway", "properties.enableBgp"), "bgp_enabled");
}

TEST(ArmPathAttribute, of_objects) {
  const char* circuit = "azurerm_express_route_circuit";
  EXPECT_EQ(attribute(circuit, "sku"), "sku");
  EXPECT_EQ(attribute(circuit, "properties.serviceProviderProperties"),
            "service_provider_name, peering_location, bandwidth_in_mbps");
  EXPECT_EQ(attribute(circuit, "properties"), "");
  EXPECT_EQ(attribute("azurerm_express_route_circuit_peering", "properties.ipv6PeeringConfig"),
            "ipv6");
  EXPECT_EQ(attribute("azurerm_express_route_circuit_peering",
                      "properties.ipv6PeeringConfig.primaryPeerAddressPrefix"),
            "ipv6.primary_peer_address_prefix");
}

TEST(ArmPathAttribute, of_what_is_in_lists) {
  const char* gateway = "azurerm_virtual_network_gateway";
  EXPECT_EQ(attribute(gateway, "properties.ipConfigurations[1].properties.subnet.id"),
            "ip_configuration[1].subnet_id");
  EXPECT_EQ(attribute(gateway, "properties.ipConfigurations[1].properties.subnet"),
            "ip_configuration[1].subnet_id");
  EXPECT_EQ(attribute(gateway, "properties.ipConfigurations"), "ip_configuration");
  EXPECT_EQ(attribute(gateway, "properties.ipConfigurations[]"), "ip_configuration");
  EXPECT_EQ(attribute(gateway, "properties.ipConfigurations[0]"), "ip_configuration[0]");
  EXPECT_EQ(attribute("azurerm_virtual_network", "properties.addressSpace.addressPrefixes[0]"),
            "address_space[0]");
  EXPECT_EQ(attribute("azurerm_subnet", "properties.serviceEndpointPolicies[2].id"),
            "service_endpoint_policy_ids[2]");
  EXPECT_EQ(attribute("azurerm_express_route_port", "properties.links[1].properties.adminState"),
            "link2.admin_enabled");
  EXPECT_EQ(attribute("azurerm_key_vault", "properties.networkAcls.ipRules[0].value"),
            "network_acls.ip_rules[0]");
  EXPECT_EQ(attribute("azurerm_monitor_diagnostic_setting", "properties.logs[0].enabled"),
            "enabled_log[0]");
  EXPECT_EQ(attribute("azurerm_firewall", "properties.additionalProperties['Network.DNS.Servers']"),
            "dns_servers");
}

TEST(ArmPathAttribute, of_azapi_is_in_its_body) {
  EXPECT_EQ(attribute("azapi_resource", "properties.a[0].b"), "body.properties.a[0].b");
  EXPECT_EQ(attribute("azapi_resource", "location"), "location");
}

std::string attribute_of(std::string_view type, std::string_view attributes,
                         std::string_view path) {
  const Mapping* mapping = find_project_mapping(type);
  if (mapping == nullptr) return "no mapping";
  const Value values = value_of(attributes);
  const Value none = Value::null();
  return arm_path_attribute(
      *mapping, {.type = type, .address = "a", .attributes = values, .expressions = none}, path);
}

TEST(ArmPathAttribute, of_a_resource_is_the_one_that_is_set) {
  EXPECT_EQ(attribute_of("azurerm_virtual_network_gateway", R"({"enable_bgp": true})",
                         "properties.enableBgp"),
            "enable_bgp");
  EXPECT_EQ(attribute_of("azurerm_virtual_network_gateway", "{}", "properties.enableBgp"),
            "bgp_enabled");
  EXPECT_EQ(attribute_of("azurerm_monitor_diagnostic_setting", R"({"log": [{}, {}]})",
                         "properties.logs[1].category"),
            "log[1].category");
}

TEST(ArmPathAttribute, of_a_resource_counts_the_parts_of_lists) {
  const char* port = "azurerm_express_route_port";
  EXPECT_EQ(attribute_of(port, R"({"link1": [], "link2": [{}]})",
                         "properties.links[0].properties.adminState"),
            "link2.admin_enabled");
  EXPECT_EQ(attribute_of(port, R"({"link1": [], "link2": [{}]})", "properties.links[1].name"), "");
  EXPECT_EQ(attribute_of("azurerm_monitor_activity_log_alert",
                         R"({"criteria": [{"category": "a", "levels": ["b", "c"]}]})",
                         "properties.condition.allOf[1].anyOf[1].equals"),
            "criteria.levels[1]");
}

TEST(ArmPathAttribute, of_what_the_mapping_does_not_know_is_empty) {
  EXPECT_EQ(attribute("azurerm_express_route_circuit", "properties.unheardOf"), "");
  EXPECT_EQ(attribute("azurerm_express_route_circuit", ""), "");
  EXPECT_EQ(attribute("azurerm_key_vault", "properties.enableSoftDelete"), "");
}

}  // namespace
}  // namespace exr
