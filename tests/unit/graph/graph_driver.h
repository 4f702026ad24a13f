#pragma once

#include <string>
#include <utility>
#include <vector>

#include "azure/resource_id.h"
#include "formats/json_reader.h"
#include "graph/id_text.h"
#include "graph/linker.h"
#include "graph/resource_graph.h"
#include "source/source_map.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

inline const std::string kGroup = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}";

inline Value unknown_value(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::ParameterWithoutValue, std::move(text)));
}

/// A String, or a partly known one: `${...}` around what is not known.
inline Value text_value(std::string_view text) {
  std::vector<TextPiece> pieces;
  for (std::size_t hole = text.find("${"); hole != std::string_view::npos; hole = text.find("${")) {
    const std::size_t end = text.find('}', hole);
    pieces.push_back({.text = std::string(text.substr(0, hole)), .known = true});
    pieces.push_back({.text = std::string(text.substr(hole + 2, end - hole - 2)), .known = false});
    text.remove_prefix(end + 1);
  }
  pieces.push_back({.text = std::string(text), .known = true});
  return text_from_pieces(std::move(pieces), UnknownReason::ParameterWithoutValue);
}

inline Value secret(std::string text) {
  Trail trail;
  trail.kind = Trail::Kind::Parameter;
  trail.secure = true;
  return Value::string(std::move(text)).with_trail(TrailPointer::make(trail));
}

/// One property after another: `object_value({{"a", x}})`.
inline Value object_value(std::vector<std::pair<std::string, Value>> properties) {
  Object object;
  for (auto& [name, value] : properties) object.set(name, value);
  return Value::object(std::move(object));
}

/// A graph of small resources.
class GraphDriver {
 public:
  GraphDriver() { here = graph.add_deployment("main.bicep"); }

  /// `name` has a slash for each level.
  Resource resource(const std::string& type, const std::string& name,
                    Value body = object_value({})) {
    Resource resource;
    resource.type = type;
    resource.api_version = "2024-05-01";
    resource.name = text_value(name);
    std::vector<std::string> names;
    for (const std::string_view part : split(name, '/')) names.emplace_back(part);
    const std::string id = resource_id_at(kGroup, type, names).value();
    resource.id = text_value(id);
    if (names.size() > 1) resource.parent = text_value(parse_resource_id(id)->parent);
    resource.scope = Value::string(kGroup);
    resource.deployed = Truth::True;
    resource.body = std::move(body);
    resource.address = names.back();
    resource.deployment = here;
    return resource;
  }
  ResourceHandle add(const std::string& type, const std::string& name,
                     Value body = object_value({})) {
    return graph.add(resource(type, name, std::move(body)));
  }
  /// A body as JSON, each value with its place in a file of its own.
  Value json(const std::string& text) {
    const FileId file = sources.add("body" + std::to_string(sources.size()) + ".json", text);
    Problems problems;
    return read_json(sources.file(file).text(), file, Limits{}, problems).value();
  }
  void link_all() {
    link(graph, {{"Microsoft.Network/virtualNetworks/subnets", "properties.subnets"},
                 {"Microsoft.Network/expressRouteCircuits/peerings", "properties.peerings"},
                 {"Microsoft.Network/expressRouteCircuits/peerings/connections",
                  "properties.connections"}});
  }
  /// `kind from -> to path` of each edge, in order; resources by name.
  std::vector<std::string> edges() const {
    static const std::vector<std::string> kKinds = {"parent", "reference", "scope", "depends-on"};
    std::vector<std::string> lines;
    for (const Edge& edge : graph.edges()) {
      lines.push_back(kKinds[static_cast<std::size_t>(edge.kind)] + " " + name_of(edge.from) +
                      " -> " + name_of(edge.to) + (edge.path.empty() ? "" : " " + edge.path));
    }
    return lines;
  }
  std::vector<std::string> names_of_type(std::string_view type) const {
    std::vector<std::string> names;
    for (const ResourceHandle handle : graph.of_type(type)) names.push_back(name_of(handle));
    return names;
  }
  std::string name_of(ResourceHandle handle) const { return id_text(graph.resource(handle).name); }

  SourceMap sources;
  ResourceGraph graph;
  DeploymentId here{};
};

}  // namespace exr
