#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "graph/resource_graph.h"

namespace exr {

/// Finds the IDs of the graph's resources in the bodies of others.
class References {
 public:
  /// The graph outlives it and gets the edges. No resource is added meanwhile.
  explicit References(ResourceGraph& graph) : graph_(graph) {}
  /// Adds an edge for each place in the body of `from` that holds the ID of another resource: as a
  /// text, as a candidate of an Unknown, or as the name of a property. What is too large or too
  /// deep to be searched makes the deployment partial.
  void add_edges_from(ResourceHandle from);

 private:
  void search(const Value& value, std::uint32_t depth);
  void search_array(const Value& value, std::uint32_t depth);
  void search_object(const Value& value, std::uint32_t depth);
  void add_edge_to(std::string_view id_text);

  ResourceGraph& graph_;
  ResourceHandle from_{};
  DeploymentId deployment_{};
  // of the value that is looked at
  std::string path_;
  std::size_t searched_ = 0;
  std::size_t searched_of_one_ = 0;
};

}  // namespace exr
