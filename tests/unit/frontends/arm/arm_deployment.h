#pragma once

#include <string>

#include "frontends/arm/loader.h"
#include "graph/resource_graph.h"
#include "support/text.h"
#include "template/deployment.h"
#include "value/print.h"

namespace exr {

/// Reads and expands ARM templates from memory, for tests.
struct ArmDeployment {
  MemoryFileSystem files;
  SourceMap sources;
  Limits limits;
  TemplateLibrary library;
  Problems problems;
  ResourceGraph graph;

  ArmFile load(const std::string& path) {
    return load_arm(path, {files, sources, limits, library, problems});
  }
  /// Expands the sections of a template (`"resources": [...]`) as main.json.
  void expand_sections(const std::string& sections) {
    files.write("main.json",
                R"({"$schema": "https://schema.management.azure.com/schemas/2019-04-01/)"
                R"(deploymentTemplate.json#", "contentVersion": "1.0.0.0",)"
                "\n" +
                    sections + "}");
    expand(library, {.target = load("main.json").id, .file = "main.json"}, limits, graph, problems);
  }
  /// The value of an expression, as JSON: the text between the brackets.
  std::string value_of(const std::string& expression) {
    expand_sections(R"("outputs": {"o": {"value": "[)" + expression + R"(]"}})");
    return to_json(graph.outputs().back().value);
  }
  /// `ID body` of each resource in order, the group's own prefix as `~`.
  std::string resource_lines() const {
    std::string text;
    for (const Resource& resource : graph.resources()) {
      text += replace_all(
          resource.id_text,
          "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/", "~/");
      if (resource.deployed == Truth::Unknown) text += " ?";
      text += " " + to_json(resource.body) + "\n";
    }
    return text;
  }
  /// `Kind line:column text under the place`, one a line.
  std::string problem_lines() const {
    std::string text;
    for (const Problem& problem : problems) {
      text += facts_of(problem.kind).name;
      if (problem.span.valid()) {
        const Position position = sources.file(problem.span.file).position_at(problem.span.begin);
        text += " " + std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
                std::string(sources.slice(problem.span));
      }
      text += "\n";
    }
    return text;
  }
};

}  // namespace exr
