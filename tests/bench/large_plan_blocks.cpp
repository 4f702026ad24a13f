#include "bench/large_plan_blocks.h"

#include <array>

#include "support/text.h"

namespace bench {

namespace {

using Module = PlanBlock::Module;

constexpr PlanBlock kPublicIp = {
    Module::LandingZone,
    "azurerm_public_ip",
    "gateway",
    0,
    R"("allocation_method":"Static","ddos_protection_mode":"VirtualNetworkInherited","ddos_protection_plan_id":null,"domain_name_label":null,"domain_name_label_scope":null,"edge_zone":null,"idle_timeout_in_minutes":4,"ip_tags":null,"ip_version":"IPv4","location":"westeurope","name":"pip-ergw-@lz","public_ip_prefix_id":null,"resource_group_name":"rg-@lz","reverse_fqdn":null,"sku":"Standard","sku_tier":"Regional","tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null,"zones":["1","2","3"])",
    R"("fqdn":null,"id":"@net/publicIPAddresses/pip-ergw-@lz","ip_address":"20.61.4.17")",
    "",
    R"("fqdn":true,"id":true,"ip_address":true,"tags":{},"zones":[false,false,false])",
    R"("tags":{},"zones":[false,false,false])"};

constexpr PlanBlock kGroup = {
    Module::LandingZone,
    "azurerm_resource_group",
    "this",
    0,
    R"("location":"westeurope","managed_by":null,"name":"rg-@lz","tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null)",
    R"("id":"/subscriptions/6b1f0a52-7a37-4d5c-9d6f-0d3c1f6f3a11/resourceGroups/rg-@lz")",
    "",
    R"("id":true,"tags":{})",
    R"("tags":{})"};

constexpr PlanBlock kGatewaySubnet = {
    Module::LandingZone,
    "azurerm_subnet",
    "gateway",
    0,
    R"("address_prefixes":["10.10.0.0/26"],"default_outbound_access_enabled":true,"delegation":[],"ip_address_pool":[],"name":"GatewaySubnet","private_endpoint_network_policies":"Disabled","private_link_service_network_policies_enabled":true,"resource_group_name":"rg-@lz","service_endpoint_policy_ids":null,"service_endpoints":null,"sharing_scope":null,"timeouts":null,"virtual_network_name":"vnet-@lz")",
    R"("id":"@net/virtualNetworks/vnet-@lz/subnets/GatewaySubnet")",
    "",
    R"("address_prefixes":[false],"delegation":[],"id":true,"ip_address_pool":[])",
    R"("address_prefixes":[false],"delegation":[],"ip_address_pool":[])"};

constexpr PlanBlock kWorkloadSubnet = {
    Module::LandingZone,
    "azurerm_subnet",
    "workload",
    3,
    R"("address_prefixes":["10.10.1@key.0/24"],"default_outbound_access_enabled":true,"delegation":[],"ip_address_pool":[],"name":"snet-@key","private_endpoint_network_policies":"Disabled","private_link_service_network_policies_enabled":true,"resource_group_name":"rg-@lz","service_endpoint_policy_ids":null,"service_endpoints":["Microsoft.Storage","Microsoft.KeyVault"],"sharing_scope":null,"timeouts":null,"virtual_network_name":"vnet-@lz")",
    R"("id":"@net/virtualNetworks/vnet-@lz/subnets/snet-@key")",
    "",
    R"("address_prefixes":[false],"delegation":[],"id":true,"ip_address_pool":[],"service_endpoints":[false,false])",
    R"("address_prefixes":[false],"delegation":[],"ip_address_pool":[],"service_endpoints":[false,false])"};

constexpr PlanBlock kNetwork = {
    Module::LandingZone,
    "azurerm_virtual_network",
    "this",
    0,
    R"("address_space":["10.10.0.0/16"],"bgp_community":null,"ddos_protection_plan":[],"edge_zone":null,"encryption":[],"flow_timeout_in_minutes":null,"ip_address_pool":[],"location":"westeurope","name":"vnet-@lz","private_endpoint_vnet_policies":"Disabled","resource_group_name":"rg-@lz","tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null)",
    R"("dns_servers":[],"guid":"2f0c1d6a-54f1-4f0e-9b0e-6f3b7c1d9a55","id":"@net/virtualNetworks/vnet-@lz","subnet":[{"address_prefixes":["10.10.0.0/26"],"default_outbound_access_enabled":true,"delegation":[],"id":"@net/virtualNetworks/vnet-@lz/subnets/GatewaySubnet","name":"GatewaySubnet","private_endpoint_network_policies":"Disabled","private_link_service_network_policies_enabled":true,"route_table_id":"","security_group":"","service_endpoint_policy_ids":[],"service_endpoints":[]}])",
    "",
    R"("address_space":[false],"ddos_protection_plan":[],"dns_servers":true,"encryption":[],"guid":true,"id":true,"ip_address_pool":[],"subnet":true,"tags":{})",
    R"("address_space":[false],"ddos_protection_plan":[],"dns_servers":[],"encryption":[],"ip_address_pool":[],"subnet":[],"tags":{})"};

constexpr PlanBlock kGateway = {
    Module::LandingZone,
    "azurerm_virtual_network_gateway",
    "this",
    0,
    R"("bgp_route_translation_for_nat_enabled":false,"custom_route":[],"default_local_network_gateway_id":null,"dns_forwarding_enabled":null,"edge_zone":null,"ip_configuration":[{"name":"default","private_ip_address_allocation":"Dynamic"@ids}],"ip_sec_replay_protection_enabled":true,"location":"westeurope","name":"ergw-@lz","policy_group":[],"private_ip_address_enabled":null,"remote_vnet_traffic_enabled":false,"resource_group_name":"rg-@lz","sku":"ErGw2AZ","tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null,"type":"ExpressRoute","virtual_wan_traffic_enabled":false,"vpn_client_configuration":[],"vpn_type":"RouteBased")",
    R"("active_active":false,"bgp_enabled":false,"bgp_settings":[{"asn":65515,"peer_weight":0,"peering_addresses":[{"apipa_addresses":[],"default_addresses":["10.10.0.14"],"ip_configuration_name":"default","tunnel_ip_addresses":["20.61.4.17"]}]}],"enable_bgp":false,"generation":"None","id":"@net/virtualNetworkGateways/ergw-@lz","maximum_scale_unit":null,"minimum_scale_unit":null)",
    R"(,"public_ip_address_id":"@net/publicIPAddresses/pip-ergw-@lz","subnet_id":"@net/virtualNetworks/vnet-@lz/subnets/GatewaySubnet")",
    R"("active_active":true,"bgp_enabled":true,"bgp_settings":true,"custom_route":[],"enable_bgp":true,"generation":true,"id":true,"ip_configuration":[{"public_ip_address_id":true,"subnet_id":true}],"maximum_scale_unit":true,"minimum_scale_unit":true,"policy_group":[],"tags":{},"vpn_client_configuration":[])",
    R"("bgp_settings":[],"custom_route":[],"ip_configuration":[{}],"policy_group":[],"tags":{},"vpn_client_configuration":[])"};

constexpr PlanBlock kCircuit = {
    Module::Circuit,
    "azurerm_express_route_circuit",
    "this",
    0,
    R"("allow_classic_operations":false,"authorization_key":null,"bandwidth_in_gbps":null,"bandwidth_in_mbps":1000,"express_route_port_id":null,"location":"westeurope","name":"erc-@lz-@key","peering_location":"@site","rate_limiting_enabled":false,"resource_group_name":"rg-@lz","service_provider_name":"Equinix","sku":[{"family":"MeteredData","tier":"Premium"}],"tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null)",
    R"("id":"@net/expressRouteCircuits/erc-@lz-@key","service_key":"06d3681e-5621-4f3b-a3af-abfa6517498f","service_provider_provisioning_state":"Provisioned")",
    "",
    R"("id":true,"service_key":true,"service_provider_provisioning_state":true,"sku":[{}],"tags":{})",
    R"("authorization_key":true,"service_key":true,"sku":[{}],"tags":{})"};

constexpr PlanBlock kAuthorization = {
    Module::Circuit,
    "azurerm_express_route_circuit_authorization",
    "spoke",
    0,
    R"("express_route_circuit_name":"erc-@lz-@key","name":"auth-spoke","resource_group_name":"rg-@lz","timeouts":null)",
    R"("authorization_key":"7c1e2f3a-9b8d-4c5e-a6f7-0d1e2f3a4b5c","authorization_use_status":"Available","id":"@net/expressRouteCircuits/erc-@lz-@key/authorizations/auth-spoke")",
    "",
    R"("authorization_key":true,"authorization_use_status":true,"id":true)",
    R"("authorization_key":true)"};

constexpr PlanBlock kPeering = {
    Module::Circuit,
    "azurerm_express_route_circuit_peering",
    "private",
    0,
    R"("express_route_circuit_name":"erc-@lz-@key","ipv4_enabled":true,"ipv6":[],"microsoft_peering_config":[],"peer_asn":65010,"peering_type":"AzurePrivatePeering","primary_peer_address_prefix":"172.16.@link.0/30","resource_group_name":"rg-@lz","route_filter_id":null,"secondary_peer_address_prefix":"172.16.@link.4/30","shared_key":"Sup3r-S3cret-md5-key-01","timeouts":null,"vlan_id":100)",
    R"("azure_asn":12076,"gateway_manager_etag":"47","id":"@net/expressRouteCircuits/erc-@lz-@key/peerings/AzurePrivatePeering","primary_azure_port":"Equinix-Amsterdam-AM5-5","secondary_azure_port":"Equinix-Amsterdam-AM5-0")",
    "",
    R"("azure_asn":true,"gateway_manager_etag":true,"id":true,"ipv6":[],"microsoft_peering_config":[],"primary_azure_port":true,"secondary_azure_port":true)",
    R"("ipv6":[],"microsoft_peering_config":[],"shared_key":true)"};

constexpr PlanBlock kConnection = {
    Module::Circuit,
    "azurerm_virtual_network_gateway_connection",
    "this",
    0,
    R"("authorization_key":null,"connection_mode":"Default","custom_bgp_addresses":[],"dpd_timeout_seconds":null,"egress_nat_rule_ids":null,"ingress_nat_rule_ids":null,"ipsec_policy":[],"local_azure_ip_address_enabled":null,"local_network_gateway_id":null,"location":"westeurope","name":"con-@lz-@key","peer_virtual_network_gateway_id":null,"private_link_fast_path_enabled":false,"resource_group_name":"rg-@lz","routing_weight":100,"tags":{"costCenter":"4711","environment":"prod","owner":"netops"},"timeouts":null,"traffic_selector_policy":[],"type":"ExpressRoute")",
    R"("bgp_enabled":false,"connection_protocol":"IKEv2","enable_bgp":false,"express_route_circuit_id":"@net/expressRouteCircuits/erc-@lz-@key","express_route_gateway_bypass":false,"id":"@net/connections/con-@lz-@key","shared_key":"","use_policy_based_traffic_selectors":false,"virtual_network_gateway_id":"@net/virtualNetworkGateways/ergw-@lz")",
    "",
    R"("bgp_enabled":true,"connection_protocol":true,"custom_bgp_addresses":[],"enable_bgp":true,"express_route_circuit_id":true,"express_route_gateway_bypass":true,"id":true,"ipsec_policy":[],"shared_key":true,"tags":{},"traffic_selector_policy":[],"use_policy_based_traffic_selectors":true,"virtual_network_gateway_id":true)",
    R"("authorization_key":true,"custom_bgp_addresses":[],"ipsec_policy":[],"shared_key":true,"tags":{},"traffic_selector_policy":[])"};

constexpr std::array kBlocks = {kPublicIp, kGroup,   kGatewaySubnet, kWorkloadSubnet, kNetwork,
                                kGateway,  kCircuit, kAuthorization, kPeering,        kConnection};

constexpr std::string_view
    kConfiguration = R"({"outputs":{"circuit_ids":{"expression":{"references":["module.circuit"]}},"gateway_id":{"expression":{"references":["azurerm_virtual_network_gateway.this.id","azurerm_virtual_network_gateway.this"]}}},"resources":[)"
                     R"({"address":"azurerm_public_ip.gateway","mode":"managed","type":"azurerm_public_ip","name":"gateway","provider_config_key":"azurerm","expressions":{"allocation_method":{"constant_value":"Static"},"location":{"references":["var.location"]},"name":{"references":["var.name"]},"resource_group_name":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"sku":{"constant_value":"Standard"},"tags":{"references":["var.tags"]},"zones":{"constant_value":["1","2","3"]}},"schema_version":0},)"
                     R"({"address":"azurerm_resource_group.this","mode":"managed","type":"azurerm_resource_group","name":"this","provider_config_key":"azurerm","expressions":{"location":{"references":["var.location"]},"name":{"references":["var.name"]},"tags":{"references":["var.tags"]}},"schema_version":0},)"
                     R"({"address":"azurerm_subnet.gateway","mode":"managed","type":"azurerm_subnet","name":"gateway","provider_config_key":"azurerm","expressions":{"address_prefixes":{"references":["var.address_space"]},"name":{"constant_value":"GatewaySubnet"},"resource_group_name":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"virtual_network_name":{"references":["azurerm_virtual_network.this.name","azurerm_virtual_network.this"]}},"schema_version":0},)"
                     R"({"address":"azurerm_subnet.workload","mode":"managed","type":"azurerm_subnet","name":"workload","provider_config_key":"azurerm","expressions":{"address_prefixes":{"references":["var.address_space","count.index"]},"name":{"references":["count.index"]},"resource_group_name":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"service_endpoints":{"constant_value":["Microsoft.Storage","Microsoft.KeyVault"]},"virtual_network_name":{"references":["azurerm_virtual_network.this.name","azurerm_virtual_network.this"]}},"schema_version":0,"count_expression":{"references":["var.subnets"]}},)"
                     R"({"address":"azurerm_virtual_network.this","mode":"managed","type":"azurerm_virtual_network","name":"this","provider_config_key":"azurerm","expressions":{"address_space":{"references":["var.address_space"]},"location":{"references":["var.location"]},"name":{"references":["var.name"]},"resource_group_name":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"tags":{"references":["var.tags"]}},"schema_version":0},)"
                     R"({"address":"azurerm_virtual_network_gateway.this","mode":"managed","type":"azurerm_virtual_network_gateway","name":"this","provider_config_key":"azurerm","expressions":{"ip_configuration":[{"name":{"constant_value":"default"},"public_ip_address_id":{"references":["azurerm_public_ip.gateway.id","azurerm_public_ip.gateway"]},"subnet_id":{"references":["azurerm_subnet.gateway.id","azurerm_subnet.gateway"]}}],"location":{"references":["var.location"]},"name":{"references":["var.name"]},"resource_group_name":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"sku":{"constant_value":"ErGw2AZ"},"tags":{"references":["var.tags"]},"type":{"constant_value":"ExpressRoute"}},"schema_version":0}],)"
                     R"("module_calls":{"circuit":{"source":"./circuit","expressions":{"gateway_id":{"references":["azurerm_virtual_network_gateway.this.id","azurerm_virtual_network_gateway.this"]},"link":{"references":["each.value.link","each.value"]},"location":{"references":["var.location"]},"name":{"references":["var.name","each.key"]},"peering_location":{"references":["each.value.site","each.value"]},"resource_group":{"references":["azurerm_resource_group.this.name","azurerm_resource_group.this"]},"shared_key":{"references":["var.shared_key"]},"tags":{"references":["var.tags"]}},"for_each_expression":{"references":["var.circuits"]},"module":{"outputs":{"id":{"expression":{"references":["azurerm_express_route_circuit.this.id","azurerm_express_route_circuit.this"]}}},"resources":[)"
                     R"({"address":"azurerm_express_route_circuit.this","mode":"managed","type":"azurerm_express_route_circuit","name":"this","provider_config_key":"azurerm","expressions":{"bandwidth_in_mbps":{"constant_value":1000},"location":{"references":["var.location"]},"name":{"references":["var.name"]},"peering_location":{"references":["var.peering_location"]},"resource_group_name":{"references":["var.resource_group"]},"service_provider_name":{"constant_value":"Equinix"},"sku":[{"family":{"constant_value":"MeteredData"},"tier":{"constant_value":"Premium"}}],"tags":{"references":["var.tags"]}},"schema_version":0},)"
                     R"({"address":"azurerm_express_route_circuit_authorization.spoke","mode":"managed","type":"azurerm_express_route_circuit_authorization","name":"spoke","provider_config_key":"azurerm","expressions":{"express_route_circuit_name":{"references":["azurerm_express_route_circuit.this.name","azurerm_express_route_circuit.this"]},"name":{"constant_value":"auth-spoke"},"resource_group_name":{"references":["var.resource_group"]}},"schema_version":0},)"
                     R"({"address":"azurerm_express_route_circuit_peering.private","mode":"managed","type":"azurerm_express_route_circuit_peering","name":"private","provider_config_key":"azurerm","expressions":{"express_route_circuit_name":{"references":["azurerm_express_route_circuit.this.name","azurerm_express_route_circuit.this"]},"peer_asn":{"constant_value":65010},"peering_type":{"constant_value":"AzurePrivatePeering"},"primary_peer_address_prefix":{"references":["var.link"]},"resource_group_name":{"references":["var.resource_group"]},"secondary_peer_address_prefix":{"references":["var.link"]},"shared_key":{"references":["var.shared_key"]},"vlan_id":{"constant_value":100}},"schema_version":0},)"
                     R"({"address":"azurerm_virtual_network_gateway_connection.this","mode":"managed","type":"azurerm_virtual_network_gateway_connection","name":"this","provider_config_key":"azurerm","expressions":{"express_route_circuit_id":{"references":["azurerm_express_route_circuit.this.id","azurerm_express_route_circuit.this"]},"location":{"references":["var.location"]},"name":{"references":["var.name"]},"resource_group_name":{"references":["var.resource_group"]},"routing_weight":{"constant_value":100},"tags":{"references":["var.tags"]},"type":{"constant_value":"ExpressRoute"},"virtual_network_gateway_id":{"references":["var.gateway_id"]}},"schema_version":0,"depends_on":["azurerm_express_route_circuit_peering.private"]}],)"
                     R"("variables":{"gateway_id":@text,"link":@text,"location":@text,"name":@text,"peering_location":@text,"resource_group":@text,"shared_key":@secret,"tags":@text}}}},"variables":{"address_space":@text,"circuits":@text,"location":@text,"name":@text,"shared_key":@secret,"subnets":@text,"tags":@text}})";

// What modules for everybody say about each of their variables.
constexpr std::string_view kDescription =
    R"("description":"A map of ExpressRoute circuits to create in the landing zone. The map key is deliberately arbitrary to avoid issues where map keys may be unknown at plan time.\n\n- `name` - (Required) The name of the circuit, which must match `^[a-zA-Z0-9][a-zA-Z0-9._-]{0,78}[a-zA-Z0-9_]$`.\n- `peering_location` - (Required) The peering location, for example `\"Amsterdam\"` or `\"London2\"`. Changing this forces a new resource to be created.\n- `bandwidth_in_mbps` - (Optional) The bandwidth in Mbps. Once you increase your bandwidth, you will not be able to decrease it to its previous value. Possible values are `50`, `100`, `200`, `500`, `1000`, `2000`, `5000` and `10000`.\n- `sku` - (Required) The SKU of the circuit:\n  - `tier` - (Required) The service tier. Possible values are `Basic`, `Local`, `Standard` or `Premium`.\n  - `family` - (Required) The billing mode for bandwidth. Possible values are `MeteredData` or `UnlimitedData`. You can migrate from `MeteredData` to `UnlimitedData`, but not the other way around.\n- `peerings` - (Optional) The peerings of the circuit:\n  - `peering_type` - (Required) `AzurePrivatePeering` or `MicrosoftPeering`.\n  - `peer_asn` - (Optional) The autonomous system number of the customer\u2019s edge.\n  - `vlan_id` - (Required) A valid VLAN ID between `1` and `4094`.\n\nExample input:\n\n```terraform\ncircuits = {\n  primary = {\n    name             = \"erc-weu-01\"\n    peering_location = \"Amsterdam\"\n    sku              = { tier = \"Premium\", family = \"MeteredData\" }\n  }\n}\n```\n")";

}  // namespace

std::span<const PlanBlock> plan_blocks() { return kBlocks; }

std::string landing_zone_configuration() {
  const std::string text = "{" + std::string(kDescription);
  const std::string with_texts = exr::replace_all(kConfiguration, "@text", text + "}");
  return exr::replace_all(with_texts, "@secret", text + R"(,"sensitive":true})");
}

}  // namespace bench
