#include "bench/large_template.h"

#include <string_view>

#include "support/text.h"

namespace bench {

namespace {

constexpr std::string_view kHead =
    R"({
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "prefix": { "type": "string", "defaultValue": "contoso" },
    "location": { "type": "string", "defaultValue": "[resourceGroup().location]" },
    "tier": { "type": "string", "defaultValue": "Standard", "allowedValues": ["Standard", "Premium"] },
    "links": { "type": "string", "defaultValue": "172.16.0.0/12" }
  },
  "variables": {
    "tags": { "owner": "network", "costCenter": "4711", "environment": "prod" },
    "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'log')]"
  },
  "resources": [
)";

// `@` is the number of the circuit, `#` and `%` those of its two links.
constexpr std::string_view kCircuit =
    R"(    {
      "type": "Microsoft.Network/expressRouteCircuits",
      "apiVersion": "2024-05-01",
      "name": "[format('{0}-er-{1}', parameters('prefix'), @)]",
      "location": "[parameters('location')]",
      "tags": "[union(variables('tags'), createObject('index', string(@)))]",
      "sku": {
        "name": "[concat(parameters('tier'), '_MeteredData')]",
        "tier": "[parameters('tier')]",
        "family": "MeteredData"
      },
      "properties": {
        "serviceProviderProperties": {
          "serviceProviderName": "Equinix",
          "peeringLocation": "[if(equals(mod(@, 2), 0), 'Amsterdam', 'London')]",
          "bandwidthInMbps": 1000
        },
        "allowClassicOperations": false
      }
    },
    {
      "type": "Microsoft.Network/expressRouteCircuits/peerings",
      "apiVersion": "2024-05-01",
      "name": "[format('{0}-er-{1}/AzurePrivatePeering', parameters('prefix'), @)]",
      "properties": {
        "peeringType": "AzurePrivatePeering",
        "peerASN": 65010,
        "primaryPeerAddressPrefix": "[cidrSubnet(parameters('links'), 30, #)]",
        "secondaryPeerAddressPrefix": "[cidrSubnet(parameters('links'), 30, %)]",
        "vlanId": 100
      },
      "dependsOn": [
        "[resourceId('Microsoft.Network/expressRouteCircuits', format('{0}-er-{1}', parameters('prefix'), @))]"
      ]
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[resourceId('Microsoft.Network/expressRouteCircuits', format('{0}-er-{1}', parameters('prefix'), @))]",
      "name": "all",
      "properties": {
        "workspaceId": "[variables('workspaceId')]",
        "logs": [
          {
            "categoryGroup": "allLogs",
            "enabled": true
          }
        ],
        "metrics": [
          {
            "category": "AllMetrics",
            "enabled": true
          }
        ]
      },
      "dependsOn": [
        "[resourceId('Microsoft.Network/expressRouteCircuits', format('{0}-er-{1}', parameters('prefix'), @))]"
      ]
    })";

std::string circuit(std::size_t number) {
  std::string text = exr::replace_all(kCircuit, "@", std::to_string(number));
  text = exr::replace_all(text, "#", std::to_string(2 * number));
  return exr::replace_all(text, "%", std::to_string(2 * number + 1));
}

}  // namespace

std::string large_arm_template(std::size_t bytes) {
  std::string text(kHead);
  for (std::size_t number = 0; text.size() < bytes; ++number) {
    if (number > 0) text += ",\n";
    text += circuit(number);
  }
  return text + "\n  ]\n}\n";
}

}  // namespace bench
