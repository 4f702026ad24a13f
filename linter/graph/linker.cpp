#include "graph/linker.h"

#include <string_view>

#include "graph/id_text.h"
#include "graph/inline_children.h"
#include "graph/references.h"

namespace exr {

namespace {

void add_edge(ResourceGraph& graph, ResourceHandle from, EdgeKind kind, std::string_view to_id) {
  if (to_id.empty()) return;
  const auto to = graph.find(graph.resource(from).deployment, to_id);
  if (to && *to != from) graph.add_edge({.from = from, .to = *to, .kind = kind, .path = {}});
}

void add_written_edges(ResourceGraph& graph, ResourceHandle from) {
  const Resource& resource = graph.resource(from);
  // a child is where its parent is
  const bool is_child = !resource.parent.is_null();
  add_edge(graph, from, is_child ? EdgeKind::Parent : EdgeKind::Scope,
           id_text(is_child ? resource.parent : resource.scope));
  for (const std::string& id : resource.depends_on) add_edge(graph, from, EdgeKind::DependsOn, id);
}

}  // namespace

void link(ResourceGraph& graph, const std::vector<InlineChild>& inline_children) {
  add_inline_children(graph, inline_children);
  References references(graph);
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const auto handle = static_cast<ResourceHandle>(i);
    add_written_edges(graph, handle);
    references.add_edges_from(handle);
  }
}

}  // namespace exr
