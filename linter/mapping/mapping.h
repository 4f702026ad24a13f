#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "mapping/mapping_node.h"
#include "value/value.h"

namespace exr {

/// One way in which a block says where it stands; see MappedPlace.
struct MappingPlacement {
  enum class Form : std::uint8_t {
    Group,
    Parent,
    Scope,
    Subscription,
    ManagementGroup,
    Tenant,
    /// As `parent_id` of azapi: the parent of a nested type, else a group, a scope, the tenant.
    Auto,
  };
  Form form = Form::Group;
  std::uint32_t at = kNoIndex;
  std::vector<std::uint32_t> parents;
};

/// A further ARM resource of the same block, below the first one.
struct MappingChildResource {
  std::string type;
  std::string api_version;
  std::uint32_t name = kNoIndex;
  std::uint32_t condition = kNoIndex;
  std::uint32_t body = kNoIndex;
};

/// A lookup table: keys in order, with their values.
using MappingTable = std::vector<std::pair<std::string, std::string>>;

/// One mapping file, compiled: trees of nodes, by their root's index. Immutable.
struct Mapping {
  std::string terraform_type;
  /// Empty if `type_node` gives the type (with `api_node` for the version), or for a patch.
  std::string type;
  std::string api_version;
  std::uint32_t type_node = kNoIndex;
  std::uint32_t api_node = kNoIndex;
  /// Not a resource of Azure Resource Manager: it becomes nothing.
  bool is_data_plane = false;

  std::uint32_t name = kNoIndex;
  /// The first whose `at` is something counts.
  std::vector<MappingPlacement> placements;
  std::uint32_t body = kNoIndex;
  std::vector<MappingChildResource> children_resources;

  /// Of a patch: the ID of what it edits. Its type is `type` or `type_node` then.
  std::uint32_t target = kNoIndex;
  bool appends = false;

  /// Terraform's `id` where it is not the ARM ID.
  std::uint32_t terraform_id = kNoIndex;
  /// Attributes that are computed from known ones.
  std::vector<std::pair<std::string, std::uint32_t>> derived;

  std::vector<MappingNode> nodes;
  std::vector<MappingChild> children;
  std::vector<AttributePath> paths;
  std::vector<Value> literals;
  std::vector<std::vector<MappingTest>> conditions;
  std::vector<MappingTable> tables;
};

}  // namespace exr
