#include "conformance/graph_difference.h"

#include <map>

#include "support/text.h"
#include "value/print.h"

namespace conformance {

namespace {

// Bodies by type and name.
std::map<std::string, std::string> bodies_of(const exr::ResourceGraph& graph) {
  std::map<std::string, std::string> bodies;
  for (const exr::Resource& resource : graph.resources()) {
    const bool is_module =
        exr::equal_ignoring_case(resource.type, "Microsoft.Resources/deployments");
    if (resource.existing || resource.is_inline || is_module) continue;
    bodies[exr::to_lower(resource.type) + " " + canonical_text(resource.name)] +=
        to_sorted_json(resource.body);
  }
  return bodies;
}

}  // namespace

std::string graph_difference(const exr::ResourceGraph& source, const exr::ResourceGraph& other) {
  const std::map<std::string, std::string> ours = bodies_of(source);
  const std::map<std::string, std::string> theirs = bodies_of(other);
  std::string lines;
  for (const auto& [name, body] : ours) {
    const auto found = theirs.find(name);
    if (found == theirs.end()) {
      lines += "  only in the source: " + name + "\n";
    } else if (found->second != body) {
      lines += "  other body: " + name + "\n";
    }
  }
  for (const auto& [name, body] : theirs) {
    if (!ours.contains(name)) lines += "  only in the other side: " + name + "\n";
  }
  return lines.empty() ? "  outputs, edges or deployment only\n" : lines;
}

}  // namespace conformance
