// Azure's public cloud as `environment()` describes it (learn.microsoft.com, "Deployment functions
// for Bicep", environment).

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "template/deployment_functions.h"
#include "value/containers.h"

namespace exr {

namespace {

struct Entry {
  std::string_view name;
  std::string_view value;
};

constexpr std::array kEndpoints = {
    Entry{"activeDirectoryDataLake", "https://datalake.azure.net/"},
    Entry{"batch", "https://batch.core.windows.net/"},
    Entry{"gallery", "https://gallery.azure.com/"},
    Entry{"graph", "https://graph.windows.net/"},
    Entry{"graphAudience", "https://graph.windows.net/"},
    Entry{"media", "https://rest.media.azure.net"},
    Entry{"portal", "https://portal.azure.com"},
    Entry{"resourceManager", "https://management.azure.com/"},
    Entry{"sqlManagement", "https://management.core.windows.net:8443/"},
    Entry{"vmImageAliasDoc",
          "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/"
          "quickstart-templates/aliases.json"},
};

constexpr std::array kSuffixes = {
    Entry{"acrLoginServer", ".azurecr.io"},
    Entry{"azureDatalakeAnalyticsCatalogAndJob", "azuredatalakeanalytics.net"},
    Entry{"azureDatalakeStoreFileSystem", "azuredatalakestore.net"},
    Entry{"azureFrontDoorEndpointSuffix", "azurefd.net"},
    Entry{"keyvaultDns", ".vault.azure.net"},
    Entry{"sqlServerHostname", ".database.windows.net"},
    Entry{"storage", "core.windows.net"},
};

Value word(std::string_view text) { return Value::string(std::string(text)); }

Value authentication() {
  Array audiences;
  audiences.add(word("https://management.core.windows.net/"));
  audiences.add(word("https://management.azure.com/"));
  Object object;
  object.set("audiences", Value::array(std::move(audiences)));
  object.set("identityProvider", word("AAD"));
  object.set("loginEndpoint", word("https://login.microsoftonline.com/"));
  object.set("tenant", word("common"));
  return Value::object(std::move(object));
}

}  // namespace

Value public_cloud() {
  Object suffixes;
  for (const Entry& entry : kSuffixes) suffixes.set(std::string(entry.name), word(entry.value));
  Object object;
  object.set("name", word("AzureCloud"));
  object.set("authentication", authentication());
  for (const Entry& entry : kEndpoints) object.set(std::string(entry.name), word(entry.value));
  object.set("suffixes", Value::object(std::move(suffixes)));
  return Value::object(std::move(object));
}

}  // namespace exr
