#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/span.h"
#include "support/shared_text.h"
#include "value/truth.h"
#include "value/value.h"

namespace exr {

/// Names a deployment of a run: one template with one set of arguments, with all its modules.
enum class DeploymentId : std::uint32_t {};

/// One resource in ARM's shape, whatever language declared it.
struct Resource {
  /// The full type in the source's spelling (`Microsoft.Network/expressRouteCircuits/peerings`).
  /// Compared without case.
  std::string type;
  std::string api_version;
  /// The full name with a slash for each level (`er-ams/AzurePrivatePeering`): a String, or partly
  /// known.
  Value name;
  /// The ARM ID: a String (with placeholders such as `{subscriptionId}`), or partly known.
  Value id;
  /// The ID's canonical text, and the same in lower case, by which resources are found.
  SharedText id_text;
  std::string id_key;
  /// An object: what was written, without `name`, `type`, `apiVersion`, `parent`, `scope`,
  /// `dependsOn`.
  Value body;
  /// Symbolic names from the deployment down: `hub/circuits[0]`.
  std::string address;
  DeploymentId deployment{};
  /// Declared elsewhere: a witness, never judged.
  bool existing = false;
  /// Unknown where a condition is, or the loop around it runs over an unknown array.
  Truth deployed = Truth::True;
  /// One node that stands for an unknown number of resources.
  bool stands_for_many = false;
  /// Its own condition and those of the modules around it; null if there is none.
  Value condition;
  /// IDs of the parent (null if it has none) and of the scope (the resource that an extension
  /// resource extends, else the resource group, subscription, management group or tenant).
  Value parent;
  Value scope;
  /// IDs of explicit dependencies.
  std::vector<std::string> depends_on;
  /// The declaration; of an inline child the array element.
  Span declared_at;
  /// Of what a third-party module declares: the user's own call through which it came, else
  /// invalid.
  Span called_at;
  /// Written in the body of its parent (`properties.peerings[]`).
  bool is_inline = false;
};

/// A resource of an extension (Kubernetes, Microsoft Graph): none of Azure, so it has no ID, and no
/// rule sees it.
struct ExtensionResource {
  /// `core/Service`, and the version behind the `@`.
  std::string type;
  std::string version;
  /// An object: what was written.
  Value body;
  std::string address;
  DeploymentId deployment{};
  Truth deployed = Truth::True;
  Span declared_at;
};

/// An output of a deployment: of its root template, or of a module (then `address` names the call).
struct Output {
  std::string name;
  std::string type;
  bool secure = false;
  Value value;
  std::string address;
  DeploymentId deployment{};
  Span declared_at;
  /// As of a resource.
  Span called_at;
};

/// A parameter of a deployment: of its root template, or of a module (then `address` names the
/// call).
struct Parameter {
  std::string name;
  std::string type;
  bool secure = false;
  /// Its value, and its default (null if none).
  Value value;
  Value default_value;
  std::string address;
  DeploymentId deployment{};
  Span declared_at;
  /// As of a resource.
  Span called_at;
};

}  // namespace exr
