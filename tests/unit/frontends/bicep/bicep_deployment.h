#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "bicep_reader.h"
#include "graph/resource_graph.h"
#include "template/deployment.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

/// Expands Bicep files from memory, for tests.
struct BicepDeployment : BicepReader {
  ResourceGraph graph;
  DeploymentPlace place;

  /// Expands a template, or the one that a parameter file is for.
  void expand_file(const std::string& path) {
    const TemplateId id = load(path).value();
    DeploymentRequest request{.target = id, .file = path, .place = place};
    if (library.at(id).is_parameter_file) {
      request.arguments = evaluate_parameter_file(library, id, limits, problems);
      request.target = library.at(id).target;
    }
    expand(library, request, limits, graph, problems);
  }
  /// Expands `text` as main.bicep.
  void expand_text(std::string text) {
    files.write("main.bicep", std::move(text));
    expand_file("main.bicep");
  }

  /// `address id` of each resource in order, the group's own prefix as `~`; a `?` behind what may
  /// not be deployed, `existing` behind what is there already.
  std::string resource_lines() const {
    std::string text;
    for (const Resource& resource : graph.resources()) {
      text += resource.address + " " + short_id(resource.id_text);
      if (resource.deployed == Truth::Unknown) text += " ?";
      if (resource.existing) text += " existing";
      text += "\n";
    }
    return text;
  }
  static std::string short_id(const std::string& id) {
    return replace_all(
        id, "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/", "~/");
  }
  const Resource& resource(std::string_view address) const {
    const auto& all = graph.resources();
    return *std::find_if(all.begin(), all.end(),
                         [&](const Resource& one) { return one.address == address; });
  }
  std::string body(std::string_view address) const { return to_json(resource(address).body); }
  Value output(std::string_view name) const {
    for (const Output& output : graph.outputs()) {
      if (output.name == name) return output.value;
    }
    return Value::string("there is no such output");
  }
  std::string output_text(std::string_view name) const { return short_id(to_json(output(name))); }

  /// A history from the outside in: `Argument site main.bicep:3:5 < File site main.bicepparam:2:9`.
  std::string history(const Value& value) const {
    std::string text;
    for (const Trail* trail = value.trail().get(); trail != nullptr;
         trail = trail->from.empty() ? nullptr : trail->from.front().get()) {
      text += (text.empty() ? "" : " < ") + step(*trail);
    }
    return text;
  }

 private:
  std::string step(const Trail& trail) const {
    static const char* const kGiven[] = {"File", "Argument", "Default", "Vault", "Nothing"};
    static const char* const kKinds[] = {"Literal", "Parameter", "Property", "Function", "Derived"};
    std::string text = trail.kind == Trail::Kind::Parameter
                           ? kGiven[static_cast<std::size_t>(trail.given)]
                           : kKinds[static_cast<std::size_t>(trail.kind)];
    if (!trail.name.empty()) text += " " + trail.name;
    if (trail.secure) text += " secure";
    if (!trail.span.valid()) return text;
    const SourceFile& file = sources.file(trail.span.file);
    const Position at = file.position_at(trail.span.begin);
    return text + " " + file.path() + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  }
};

}  // namespace exr
