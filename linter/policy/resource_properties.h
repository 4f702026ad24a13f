#pragma once

#include <string>
#include <string_view>

#include "graph/resource_graph.h"
#include "policy/identities.h"
#include "source/source_map.h"
#include "value/value.h"

namespace exr {

/// What rules read of a resource (rule-language, "Names in scope"). What it is given outlives it.
class ResourceProperties {
 public:
  ResourceProperties(const ResourceGraph& graph, const Identities& identities,
                     const SourceMap& sources)
      : graph_(graph), identities_(identities), sources_(sources) {}

  /// A property, null if it is not written. Of an external resource its ID and what the ID says;
  /// all else is Unknown.
  Value property(ResourceHandle handle, std::string_view name) const;
  /// The last segment of its name, for messages; empty if there is no such resource.
  std::string display_name(ResourceHandle handle) const;

  /// Outputs and parameters as objects.
  Value output(const Output& output) const;
  Value parameter(const Parameter& parameter) const;

 private:
  Value declared_property(const Resource& resource, std::string_view name) const;
  Value external_property(ResourceHandle handle, std::string_view name) const;
  std::string file_of(Span place, DeploymentId deployment) const;

  const ResourceGraph& graph_;
  const Identities& identities_;
  const SourceMap& sources_;
};

/// The part of a resource's name after the last slash; Unknown parts stay what they are.
Value last_segment(const Value& name);

}  // namespace exr
