#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "azure/resource_id.h"
#include "azure/resource_type.h"
#include "findings/finding.h"
#include "formats/json_reader.h"
#include "graph/linker.h"
#include "graph/resource_graph.h"
#include "policy/checker.h"
#include "policy/loader.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/check.h"
#include "support/limits.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

using Lines = std::vector<std::string>;

/// Rules as YAML texts over a graph of resources as JSON texts. In these `{ "$unknown": "text" }`
/// is an Unknown, `{ "$one": ["a", "b"], "of": "source" }` one with candidates.
class PolicyDriver {
 public:
  PolicyDriver() { here = graph.add_deployment("main.bicep"); }

  void add_rule(const std::string& id, const std::string& body) {
    files_.write("rules/" + id + "-rule.yaml",
                 "id: " + id +
                     "\nname: rule\nsince: 0.1.0\nconfidence: high\npillar: reliability\n"
                     "why: reason\n"
                     "sources: [{ title: t, url: 'https://example.com', date: 2026-01-01 }]\n" +
                     body);
  }
  void add_vocabulary(std::string text) { files_.write("rules/vocabulary.yaml", std::move(text)); }
  void add_table(const std::string& name, const std::string& rows) {
    files_.write("rules/tables/" + name + ".yaml",
                 "source: page\ndate: '2026-03-12'\nrows:\n" + rows);
  }

  /// `{ "type": ..., "name": ..., "properties": ... }`; `name` has a slash for each level. `id`,
  /// `scope`, `existing`, `deployed` (false: unknown) and `condition` may be said, too.
  ResourceHandle add(const std::string& json) { return add(json, here); }
  ResourceHandle add(const std::string& json, DeploymentId deployment) {
    const FileId file = sources.add("resource" + std::to_string(graph.size()) + ".json", json);
    std::optional<Value> value = read_json(sources.file(file).text(), file, limits, problems);
    EXR_CHECK(value && value->is_object());
    return graph.add(resource_of(value->as_object(), deployment, value->origin()));
  }

  std::vector<Finding> check() {
    RuleSet rules;
    load_rules("rules", {files_, limits, sources, rules, problems});
    for (const Problem& problem : problems) ADD_FAILURE() << problem.message;
    if (!is_linked_) link(graph, rules.inline_children());
    is_linked_ = true;
    return exr::check({graph, rules, selection, sources, limits}, problems);
  }
  /// `failed warning message` or `open error message` of each finding, in order.
  std::vector<std::string> results() {
    std::vector<std::string> lines;
    for (const Finding& finding : check()) {
      lines.push_back(std::string(finding.outcome == Outcome::Failed ? "failed " : "open ") +
                      std::string(severity_name(finding.severity)) + " " + finding.message);
    }
    return lines;
  }
  std::string text_at(const Span& span) const { return std::string(sources.slice(span)); }

  SourceMap sources;
  Limits limits;
  Problems problems;
  ResourceGraph graph;
  DeploymentId here{};
  Selection selection;

 private:
  static Value with_unknowns(const Value& value) {
    if (value.is_array()) {
      Array array;
      for (const Value& member : value.as_array().members) array.add(with_unknowns(member));
      return Value::array(std::move(array), value.origin());
    }
    if (!value.is_object()) return value;
    const Object& object = value.as_object();
    if (const Value* text = object.find("$unknown")) {
      return Value::unknown(make_unknown(UnknownReason::ParameterWithoutValue, text->as_string()),
                            value.origin());
    }
    if (const Value* options = object.find("$one")) {
      const std::string source = object.find("of")->as_string();
      Unknown unknown = make_unknown(UnknownReason::ParameterWithoutValue, source);
      for (const Value& option : options->as_array().members) {
        const auto number = static_cast<std::uint32_t>(unknown.candidates.size());
        unknown.candidates.push_back({{{source, number}}, option});
      }
      return Value::unknown(std::move(unknown), value.origin());
    }
    Object result;
    for (const Object::Property& property : object.properties())
      result.set(property.name, with_unknowns(property.value), property.name_span);
    return Value::object(std::move(result), value.origin());
  }

  static std::string text_of(const Object& object, std::string_view name) {
    const Value* value = object.find(name);
    return value != nullptr && value->is_string() ? value->as_string() : std::string();
  }

  static Resource resource_of(const Object& json, DeploymentId deployment, Span place) {
    Resource resource;
    resource.type = text_of(json, "type");
    resource.name = *json.find("name");
    std::string scope = text_of(json, "scope");
    if (scope.empty()) scope = group_scope("{subscriptionId}", "{resourceGroup}");
    std::vector<std::string> names;
    for (const std::string_view part : split(resource.name.as_string(), '/'))
      names.emplace_back(part);
    std::string id = text_of(json, "id");
    if (id.empty()) id = resource_id_at(scope, resource.type, names).value();
    resource.id = Value::string(id, place);
    resource.id_text = id;
    resource.id_key = id_key(id);
    const std::string parent = parse_resource_id(id)->parent;
    if (!parent.empty()) resource.parent = Value::string(parent);
    resource.scope = Value::string(scope);
    resource.address = names.back();
    resource.deployment = deployment;
    resource.existing = json.find("existing") != nullptr;
    if (json.find("deployed") != nullptr) resource.deployed = Truth::Unknown;
    if (const Value* condition = json.find("condition"))
      resource.condition = with_unknowns(*condition);
    resource.declared_at = place;
    Object body;
    for (const Object::Property& property : json.properties()) {
      static constexpr std::array<std::string_view, 7> kNotBody = {
          "type", "name", "id", "scope", "existing", "deployed", "condition"};
      if (std::find(kNotBody.begin(), kNotBody.end(), property.name) == kNotBody.end())
        body.set(property.name, with_unknowns(property.value), property.name_span);
    }
    resource.body = Value::object(std::move(body), place);
    return resource;
  }

  MemoryFileSystem files_;
  bool is_linked_ = false;
};

}  // namespace exr
