#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/resource_graph.h"
#include "policy/identities.h"
#include "value/containers.h"
#include "value/value.h"

namespace exr {

/// The relations of which all others are made (rule-language, "The vocabulary"), over indexes that
/// are built at their first use. Graph and identities outlive it.
class Relations {
 public:
  Relations(const ResourceGraph& graph, Identities& identities)
      : graph_(graph), identities_(identities) {}

  /// The resources of a type (`*`: of any).
  Array resources(std::string_view type);
  /// The resources of a type whose `path` holds the ID of `target`.
  Array referrers(ResourceHandle named, std::string_view type, std::string_view path);
  /// The resource, and what it is in: group, subscription, management groups; of an extension
  /// resource also what it extends.
  Array scopes(ResourceHandle resource);

  /// From now on a resource, and all that are deployed under the same condition or written inside
  /// it, count as deployed; without one, what may not be deployed counts as possible.
  void assume_deployed(std::optional<ResourceHandle> resource);

 private:
  struct Referrer {
    ResourceHandle from{};
    bool certain = true;
  };
  // Referrers whose pointers have one text.
  struct Group {
    Value id;
    std::string key;
    std::vector<ResourceHandle> from;
  };
  // The pointers of one type at one path.
  struct Index {
    std::unordered_map<std::uint32_t, std::vector<Referrer>> by_target;
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> group_by_key;
    // by an ID without its subscription and group; by the type of the ID
    std::unordered_map<std::string, std::vector<std::size_t>> by_skeleton;
    std::unordered_map<std::string, std::vector<std::size_t>> known_by_type;
    std::unordered_map<std::string, std::vector<std::size_t>> partly_known_by_type;
    // may point anywhere
    std::vector<ResourceHandle> unknown;
  };
  using Members = std::map<std::uint32_t, bool>;

  const Index& index_of(std::string_view type, std::string_view path);
  void add_to_index(Index& index, ResourceHandle from, std::string_view path);
  void add_group(Index& index, ResourceHandle from, const Value& id);
  std::vector<ResourceHandle> of_type(std::string_view type) const;
  bool add_undecided(const Index& index, ResourceHandle target, Members& members) const;
  bool is_open(std::string_view type) const;
  bool is_certain(ResourceHandle handle) const;

  const ResourceGraph& graph_;
  Identities& identities_;
  std::map<std::pair<std::string, std::string>, Index> indexes_;
  std::optional<ResourceHandle> assumed_;
  std::string assumed_condition_;
};

}  // namespace exr
