#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "template/reading.h"

namespace exr {

/// The name of Bicep's own configuration file.
inline constexpr std::string_view kBicepConfigFile = "bicepconfig.json";

/// What of a `bicepconfig.json` counts for values
/// (https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-config-modules).
struct BicepConfig {
  using Aliases = std::map<std::string, std::string, std::less<>>;
  /// Empty without a file.
  std::string path;
  /// `moduleAliases.br`: alias to `registry` or `registry/modulePath`. `public` is always there.
  Aliases registry_aliases;
  /// `moduleAliases.ts`: alias to `subscription/resourceGroup`.
  Aliases template_spec_aliases;
  /// `cacheRootDirectory`, from the working folder or absolute, `~` as written; empty if not said.
  std::string cache_root;
  /// `implicitExtensions`: namespaces that files have without an `extension` statement.
  std::vector<std::string> implicit_extensions;
};

/// The configuration of a folder's files: the nearest `bicepconfig.json` from it upwards that may
/// be read, with comments and trailing commas as Bicep accepts them; what holds by default without
/// one. The first one that reads a file reports what is wrong with it.
BicepConfig find_bicep_config(const std::string& folder, const Reading& reading);

}  // namespace exr
