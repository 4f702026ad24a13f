#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace exr {

/// An ARM resource ID in its parts, in the spelling of the text. Parts may be placeholders
/// (`{subscriptionId}`) or hold unknown parts (`${param:name}-er`).
struct ResourceId {
  /// Empty where the ID has none.
  std::string subscription_id;
  std::string resource_group;
  std::string management_group;
  /// The full type: `Microsoft.Network/expressRouteCircuits/peerings`. Of subscriptions and groups
  /// `Microsoft.Resources/subscriptions` and `Microsoft.Resources/resourceGroups`.
  std::string type;
  /// One name for each segment of the type after the provider.
  std::vector<std::string> names;
  /// What stands before the last `/providers/`: the resource that an extension extends, or a group,
  /// a subscription, a management group. Empty for the tenant. Of a group or subscription: what it
  /// is in.
  std::string scope;
  /// The ID of the parent resource; empty for a top-level type.
  std::string parent;

  const std::string& name() const { return names.back(); }
};

/// Takes an ID apart. Empty if the text is not one: it begins with `/` and has a type and a name.
std::optional<ResourceId> parse_resource_id(std::string_view text);
/// The parts of a text between slashes; slashes inside `${...}` do not count.
std::vector<std::string_view> path_segments(std::string_view text);

/// The ID of a resource at a scope: `scope/providers/type/name/childType/childName`. Groups and
/// subscriptions get their own form. Empty if the type does not take that many names.
std::optional<std::string> resource_id_at(std::string_view scope, std::string_view type,
                                          std::span<const std::string> names);
std::string subscription_scope(std::string_view subscription_id);
std::string group_scope(std::string_view subscription_id, std::string_view resource_group);
std::string management_group_scope(std::string_view name);

/// The form in which IDs are compared: lower case, without a trailing slash.
std::string id_key(std::string_view id);

}  // namespace exr
