#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/resource.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

enum class EdgeKind : std::uint8_t { Parent, Reference, Scope, DependsOn };

/// From the resource that names another to the one that is named.
struct Edge {
  ResourceHandle from{};
  ResourceHandle to{};
  EdgeKind kind = EdgeKind::Reference;
  /// Of a reference: the property path that holds the ID
  /// (`properties.ipConfigurations[0].properties.subnet.id`).
  std::string path;
};

/// What is to be known of one deployment.
struct Deployment {
  /// The file that it began with: a template, or the parameter file.
  std::string file;
  /// Something could not be read: "there is no such resource" is Unknown.
  bool partial = false;
  /// Types of which a loop of unknown length makes resources: there may be more than are here.
  /// Lower case.
  std::vector<std::string> open_types;
};

/// The resources of one or more deployments, and how they are connected. Filled by the template
/// evaluator, completed by link(), then only read.
class ResourceGraph {
 public:
  ResourceGraph() = default;
  ResourceGraph(const ResourceGraph&) = delete;
  ResourceGraph& operator=(const ResourceGraph&) = delete;
  ResourceGraph(ResourceGraph&&) noexcept = default;
  ResourceGraph& operator=(ResourceGraph&&) noexcept = default;
  ~ResourceGraph() = default;

  DeploymentId add_deployment(std::string file);
  /// `id_text` and `id_key` may be left empty: they follow from `id`. Type, ID, deployment,
  /// `existing` and `is_inline` do not change afterwards. Of several with one ID in a deployment
  /// all stay; one that is declared is found before an `existing` one, a separate one before an
  /// inline one, else the first.
  ResourceHandle add(Resource resource);
  void add_extension_resource(ExtensionResource resource) {
    extension_resources_.push_back(std::move(resource));
  }
  void add_output(Output output) { outputs_.push_back(std::move(output)); }
  void add_parameter(Parameter parameter);
  /// Says that a file belongs to somebody else: a module of a registry.
  void add_third_party(FileId file) { third_party_files_.insert(file); }
  void add_edge(Edge edge) { edges_.push_back(std::move(edge)); }

  std::size_t size() const { return resources_.size(); }
  const Resource& resource(ResourceHandle handle) const {
    return resources_[static_cast<std::size_t>(handle)];
  }
  Resource& resource(ResourceHandle handle) { return resources_[static_cast<std::size_t>(handle)]; }
  const std::deque<Resource>& resources() const { return resources_; }
  const std::vector<ExtensionResource>& extension_resources() const { return extension_resources_; }
  const std::vector<Output>& outputs() const { return outputs_; }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  /// The indexes of the parameters of a name, in the order in which they were added.
  std::span<const std::uint32_t> parameters_named(std::string_view name) const;
  const std::vector<Edge>& edges() const { return edges_; }
  const std::vector<Deployment>& deployments() const { return deployments_; }
  const Deployment& deployment(DeploymentId id) const {
    return deployments_[static_cast<std::size_t>(id)];
  }
  Deployment& deployment(DeploymentId id) { return deployments_[static_cast<std::size_t>(id)]; }

  /// The resources of a type, in the order in which they were added. Without case.
  std::span<const ResourceHandle> of_type(std::string_view type) const;
  /// The resource with an ID (canonical text, without case) as seen from a deployment: its own,
  /// else the only other deployment's that declares it; empty if none or several do. An ID with an
  /// index (`${param:names[2]}-er`) finds what stands for all of a loop (`${param:names[*]}-er`).
  std::optional<ResourceHandle> find(DeploymentId from, std::string_view id_text) const;
  /// The same within one deployment only.
  std::optional<ResourceHandle> find_in(DeploymentId deployment, std::string_view id_text) const;

  bool is_third_party(FileId file) const { return third_party_files_.count(file) != 0; }

  /// Whether anything in any deployment could not be read.
  bool is_partial() const;
  /// Whether there may be more resources of a type than are known ('*': of any type).
  bool is_open(std::string_view type) const;

 private:
  // At most one of each deployment, sorted by deployment.
  using OneEach = std::vector<ResourceHandle>;
  struct SameId {
    OneEach declared;
    OneEach existing;
  };

  std::optional<ResourceHandle> find_exact(DeploymentId from, std::string_view key) const;
  std::optional<ResourceHandle> find_of_loop(DeploymentId from, std::string_view key) const;
  OneEach::const_iterator place_of(const OneEach& handles, DeploymentId deployment) const;
  std::optional<ResourceHandle> find_own(const OneEach& handles, DeploymentId deployment) const;
  void index(ResourceHandle handle);

  // none of them moves
  std::deque<Resource> resources_;
  std::vector<ExtensionResource> extension_resources_;
  std::vector<Output> outputs_;
  std::vector<Parameter> parameters_;
  std::unordered_map<std::string, std::vector<std::uint32_t>, HashText, std::equal_to<>>
      parameters_by_name_;
  std::vector<Edge> edges_;
  std::vector<Deployment> deployments_;
  std::unordered_set<FileId> third_party_files_;
  // keys: types
  std::unordered_map<std::string, std::vector<ResourceHandle>, HashIgnoringCase, EqualIgnoringCase>
      by_type_;
  // keys: what IDs in lower case have before the first `[*]`
  std::unordered_map<std::string, std::vector<ResourceHandle>, HashText, std::equal_to<>> of_loops_;
  // keys: IDs in lower case, which the resources hold
  std::unordered_map<std::string_view, SameId> by_id_;
};

}  // namespace exr
