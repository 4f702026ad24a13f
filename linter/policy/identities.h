#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "azure/resource_id.h"
#include "graph/resource_graph.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

/// A resource that no file of the run mentions but by its ID.
struct ExternalResource {
  /// A String, or partly known.
  Value id;
  /// The canonical text, and its form for comparison.
  std::string text;
  std::string key;
  ResourceId parts;
};

/// Which resource an ID means, for each one that reads it. Resources of the graph keep their
/// handles; external ones get handles behind them, the same for the same ID. The graph outlives it.
class Identities {
 public:
  explicit Identities(const ResourceGraph& graph);

  /// The resource that an ID (canonical text) means: what the reader's own deployment declares,
  /// else what the only other one declares, else an external one. Empty if the text is no ID.
  std::optional<ResourceHandle> find(std::optional<DeploymentId> reader, const Value& id);
  /// The same, without making an external resource.
  std::optional<ResourceHandle> find_known(std::optional<DeploymentId> reader,
                                           std::string_view key) const;

  bool is_in_graph(ResourceHandle handle) const {
    return static_cast<std::size_t>(handle) < graph_.size();
  }
  /// Whether it is any resource at all.
  bool is_known(ResourceHandle handle) const {
    return static_cast<std::size_t>(handle) < graph_.size() + externals_.size();
  }
  /// Whether it is declared elsewhere: `existing`, or not in the graph at all.
  bool is_external(ResourceHandle handle) const;
  /// One ID is one resource in a deployment. Of several declarations the first stands for all, and
  /// one that is no `existing` one for those that are: whether this resource stands for itself.
  bool is_canonical(ResourceHandle handle) const;
  /// Whether something that the run declares is in this group, subscription or management group, so
  /// that what the run says of it is as complete as what it says of its resources.
  bool holds_declared(ResourceHandle handle);

  /// Only for a handle that is not in the graph.
  const ExternalResource& external(ResourceHandle handle) const {
    return externals_[static_cast<std::size_t>(handle) - graph_.size()];
  }
  /// Its ID as a Value, as canonical text and as a key; its type; its deployment, if it has one.
  const Value& id(ResourceHandle handle) const;
  const std::string& text(ResourceHandle handle) const;
  const std::string& key(ResourceHandle handle) const;
  std::string_view type(ResourceHandle handle) const;
  std::optional<DeploymentId> deployment(ResourceHandle handle) const;

 private:
  using HandlesByKey =
      std::unordered_map<std::string, std::vector<ResourceHandle>, HashText, std::equal_to<>>;

  void collect_scopes();

  const ResourceGraph& graph_;
  HandlesByKey declared_;
  std::unordered_map<std::string, ResourceHandle, HashText, std::equal_to<>> existing_;
  std::unordered_map<std::string, ResourceHandle, HashText, std::equal_to<>> external_keys_;
  std::vector<ExternalResource> externals_;
  // keys of what declared resources are in; made at first use
  std::optional<std::unordered_set<std::string, HashText, std::equal_to<>>> scopes_;
};

}  // namespace exr
