#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exr {

// Resource types are `Provider.Namespace/type/childType`; they compare without case.

/// A deployment in a deployment: what a module call and a nested template become.
inline constexpr std::string_view kDeploymentsType = "Microsoft.Resources/deployments";

/// `expressRouteCircuits/peerings` of `Microsoft.Network/expressRouteCircuits/peerings`.
std::string_view type_after_provider(std::string_view type);
/// `Microsoft.Network`.
std::string_view provider_of(std::string_view type);
/// `peerings`.
std::string_view last_type_segment(std::string_view type);
/// The type of the parent; empty for a top-level type.
std::string_view parent_type(std::string_view type);
/// The number of names that a resource of this type has in its ID: 1 for a top-level type.
std::size_t name_count(std::string_view type);
/// The full type of a child: `child` may be relative (`peerings`) or full already.
std::string child_type(std::string_view parent, std::string_view child);

}  // namespace exr
