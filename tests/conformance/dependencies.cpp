#include "conformance/dependencies.h"

namespace conformance {

static void add_dependencies(const exr::ResourceGraph& graph, exr::ResourceHandle resource,
                             Dependencies& found) {
  for (const exr::Edge& edge : graph.edges()) {
    if (edge.from != resource) continue;
    const exr::Resource& target = graph.resource(edge.to);
    if (target.is_inline) continue;
    if (target.existing) {
      add_dependencies(graph, edge.to, found);
      continue;
    }
    found.ids.insert(target.id_text);
    found.symbols.insert(target.address.substr(0, target.address.find('[')));
  }
}

Dependencies dependencies_of(const exr::ResourceGraph& graph, exr::ResourceHandle resource) {
  Dependencies found;
  add_dependencies(graph, resource, found);
  return found;
}

}  // namespace conformance
