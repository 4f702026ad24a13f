#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "frontends/bicep/bicep_config.h"
#include "support/result.h"

namespace exr {

/// Where a registry keeps a module: `br:registry/repository:tag`, or a template spec
/// `ts:subscription/group/name:version`. Every part of it was checked, so that none leads out of a
/// folder that it names an entry of.
struct RegistryReference {
  enum class Scheme : std::uint8_t { Registry, TemplateSpec };
  Scheme scheme = Scheme::Registry;
  /// Host, possibly with a port; empty for a template spec.
  std::string host;
  /// `bicep/avm/res/network/virtual-hub`; `subscription/group/name` of a template spec.
  std::string path;
  /// Tag, version, or `sha256:` with 64 digits.
  std::string version;
};

/// Whether a path names a module of a registry: it begins with `br:`, `br/`, `ts:` or `ts/`.
bool is_registry_path(std::string_view path);

/// Reads a reference, its alias resolved by the configuration. The Failure goes on from the
/// reference and says what is wrong: an alias that is not configured, no tag, characters that are
/// not allowed. Rules: src/Bicep.Core/Registry/Oci/OciArtifactAddressComponents.cs and
/// OciArtifactReferenceFacts.cs, src/Bicep.Core/Modules/TemplateSpecModuleReference.cs of
/// https://github.com/Azure/bicep.
Result<RegistryReference> parse_registry_reference(std::string_view text,
                                                   const BicepConfig& config);

/// A reference that was split, but whose alias is not resolved: `br/hub`, `network/circuit` and
/// `1.2.0` of `br/hub:network/circuit:1.2.0`.
struct WrittenReference {
  /// `br`, `ts`, or with an alias.
  std::string_view scheme;
  std::string_view path;
  std::string_view version;
};
/// Checked like the whole reference; empty parts where it is none.
WrittenReference split_reference(std::string_view text);

/// The folder of a module in Bicep's cache, from the cache's own folder:
/// `br/mcr.microsoft.com/bicep$avm$res$network$virtual-hub/0.4.3$`. Lower case is part of the
/// format, as is the `$` behind a tag, after which the positions of its capitals stand as a mask
/// (OciArtifactRegistry.GetArtifactDirectory and TagEncoder.cs of Azure/bicep).
std::string folder_in_cache(const RegistryReference& reference);

/// A version as the name of a folder: `sha256#...` for a digest.
std::string version_folder(std::string_view version);

}  // namespace exr
