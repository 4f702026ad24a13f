#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontends/terraform/plan_reference.h"

namespace exr {

/// The words of an identifier in lower case: `virtual_network_id`, `virtualNetworkId` and
/// `Microsoft.Network/virtualNetworks` (of which only the last segment counts, without its plural).
std::vector<std::string> identifier_words(std::string_view identifier);

/// What an attribute takes.
enum class AttributeKind : std::uint8_t {
  /// `subnet_id`, `identity_ids`, `virtualHub.id`, `scope`.
  Id,
  /// `virtual_network_name`, but not a resource's own `name`.
  Name,
  Other,
};

/// What the name of an attribute says about what it takes.
struct AttributeMeaning {
  AttributeKind kind = AttributeKind::Other;
  /// The last name of its path: `subnet_id`.
  std::string name;
  /// It takes several: `identity_ids`, `scopes`.
  bool is_list = false;
  /// What it names, without what makes it an ID or a name: `remote virtual network`.
  std::vector<std::string> words;
};

/// Reads the meaning of an attribute from its path. Of `virtualHub.id` the words are those of
/// `virtualHub`.
AttributeMeaning meaning_of(const PlanPath& path);

/// How many words the ends of both have in common: `remote virtual network` and `azurerm virtual
/// network` two.
std::size_t common_ending(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace exr
