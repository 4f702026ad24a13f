#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "azure/id_types.h"
#include "azure/resource_type.h"
#include "graph/edge_kind.h"
#include "graph/print.h"
#include "graph/shown_value.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

enum class Form : std::uint8_t { Full, Canonical };

// One element of the document under what it is sorted by.
struct Line {
  std::string key;
  std::string text;
};

// `"a":1` pairs, in the order that they are added.
class Members {
 public:
  void add(std::string_view name, std::string_view json) {
    text_ += text_.empty() ? "" : ",";
    text_ += json_string(name);
    text_ += ':';
    text_ += json;
  }
  std::string object() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

std::string_view bool_json(bool value) { return value ? "true" : "false"; }

std::string unknown_json(std::string_view text) {
  return "{\"$unknown\":" + json_string(text) + "}";
}

class Printer {
 public:
  Printer(const ResourceGraph& graph, const SourceMap* sources, Form form)
      : graph_(graph), sources_(sources), form_(form) {}

  std::string document() {
    const std::string partial = "  \"partial\": " + std::string(bool_json(graph_.is_partial()));
    std::string text = "{\n";
    if (form_ == Form::Full) {
      text += partial + ",\n";
      add_list(text, "resources", resource_lines());
      text += ",\n";
      // most graphs have none
      if (!graph_.extension_resources().empty()) {
        add_list(text, "extensionResources", extension_lines());
        text += ",\n";
      }
    }
    add_list(text, "edges", edge_lines());
    text += ",\n";
    add_list(text, "outputs", output_lines());
    if (form_ == Form::Canonical) {
      text += ",\n" + partial + ",\n";
      add_list(text, "resources", resource_lines());
    }
    return text + "\n}\n";
  }

 private:
  static void add_list(std::string& text, std::string_view name, std::vector<Line> lines) {
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
      return std::tie(a.key, a.text) < std::tie(b.key, b.text);
    });
    text += "  " + json_string(name) + ": [";
    for (const Line& line : lines) {
      text += &line == lines.data() ? "\n    " : ",\n    ";
      text += line.text;
    }
    text += lines.empty() ? "]" : "\n  ]";
  }

  // By what a reader looks for; between deployments in the order in which they were read.
  std::string sort_key(DeploymentId deployment, std::string_view rest) const {
    if (form_ == Form::Canonical) return std::string(rest);
    std::string number = std::to_string(static_cast<std::uint32_t>(deployment));
    return std::string(10 - number.size(), '0') + number + std::string(rest);
  }

  bool is_shown(const Resource& resource) const {
    return form_ == Form::Full ||
           (!resource.existing && !equal_ignoring_case(resource.type, kDeploymentsType));
  }

  std::string id_json(const Resource& resource) const {
    if (is_secure(resource.id.trail())) return json_string("***");
    const std::string& text = form_ == Form::Canonical ? resource.id_key : resource.id_text.str();
    return resource.id.is_string() ? json_string(text) : unknown_json(text);
  }

  std::string value_json(const Value& value) {
    const Value shown = shown_value(value, room_);
    return form_ == Form::Canonical ? with_lower_id_types(to_sorted_json(shown)) : to_json(shown);
  }

  std::string body_json(const Resource& resource) {
    if (form_ == Form::Full || !resource.body.is_object()) return value_json(resource.body);
    const Object& written = resource.body.as_object();
    if (written.find("metadata") == nullptr) return value_json(resource.body);
    Object body;
    for (const Object::Property& property : written.properties()) {
      if (!equal_ignoring_case(property.name, "metadata")) body.set(property.name, property.value);
    }
    if (written.is_open()) body.set_open(written.open_text());
    return value_json(Value::object(std::move(body)).with_trail(resource.body.trail()));
  }

  std::string source_json(const Span& place) const {
    if (!place.valid()) return "null";
    const SourceFile& file = sources_->file(place.file);
    const Position position = file.position_at(place.begin);
    Members members;
    members.add("file", json_string(file.path()));
    members.add("line", std::to_string(position.line));
    members.add("column", std::to_string(position.column));
    return members.object();
  }

  std::string full_json(const Resource& resource) {
    Members members;
    members.add("id", id_json(resource));
    members.add("type", json_string(resource.type));
    members.add("apiVersion", version_json(resource.api_version));
    members.add("name", value_json(resource.name));
    members.add("address", json_string(resource.address));
    members.add("existing", bool_json(resource.existing));
    members.add("deployed", deployed_json(resource.deployed));
    members.add("body", body_json(resource));
    members.add("source", source_json(resource.declared_at));
    return members.object();
  }

  std::string canonical_json(const Resource& resource) {
    Members members;
    members.add("apiVersion", version_json(resource.api_version));
    members.add("body", body_json(resource));
    members.add("deployed", deployed_json(resource.deployed));
    members.add("existing", bool_json(resource.existing));
    members.add("id", id_json(resource));
    members.add("name", value_json(resource.name));
    members.add("type", json_string(to_lower(resource.type)));
    return members.object();
  }

  std::vector<Line> extension_lines() {
    std::vector<Line> lines;
    for (const ExtensionResource& resource : graph_.extension_resources()) {
      Members members;
      members.add("type", json_string(resource.type));
      members.add("version", version_json(resource.version));
      members.add("address", json_string(resource.address));
      members.add("deployed", deployed_json(resource.deployed));
      members.add("body", value_json(resource.body));
      members.add("source", source_json(resource.declared_at));
      lines.push_back({sort_key(resource.deployment, resource.address), members.object()});
    }
    return lines;
  }

  static std::string version_json(const std::string& version) {
    return version.empty() ? "null" : json_string(version);
  }

  static std::string_view deployed_json(Truth deployed) {
    return deployed == Truth::Unknown ? "\"unknown\"" : bool_json(deployed == Truth::True);
  }

  std::vector<Line> resource_lines() {
    std::vector<Line> lines;
    for (const Resource& resource : graph_.resources()) {
      if (!is_shown(resource)) continue;
      lines.push_back({sort_key(resource.deployment, resource.id_key),
                       form_ == Form::Full ? full_json(resource) : canonical_json(resource)});
    }
    return lines;
  }

  std::vector<Line> edge_lines() const {
    std::vector<Line> lines;
    for (const Edge& edge : graph_.edges()) {
      const Resource& from = graph_.resource(edge.from);
      const Resource& to = graph_.resource(edge.to);
      if (!is_shown(from) || !is_shown(to)) continue;
      if (form_ == Form::Canonical && edge.kind == EdgeKind::DependsOn) continue;
      lines.push_back({sort_key(from.deployment, from.id_key), edge_json(edge, from, to)});
    }
    return lines;
  }

  std::string edge_json(const Edge& edge, const Resource& from, const Resource& to) const {
    const bool canonical = form_ == Form::Canonical;
    Members members;
    members.add("from", id_json(from));
    if (!canonical) members.add("to", id_json(to));
    members.add("kind", json_string(edge_kind_name(edge.kind)));
    if (edge.kind == EdgeKind::Reference)
      members.add("path", json_string(canonical ? to_lower(edge.path) : edge.path));
    if (canonical) members.add("to", id_json(to));
    return members.object();
  }

  std::vector<Line> output_lines() {
    std::vector<Line> lines;
    for (const Output& output : graph_.outputs()) {
      // those of modules are seen in what reads them
      if (!output.address.empty()) continue;
      Members members;
      members.add("name", json_string(output.name));
      members.add("secure", bool_json(output.secure));
      members.add("value", output.secure ? json_string("***") : value_json(output.value));
      lines.push_back({sort_key(output.deployment, output.name), members.object()});
    }
    return lines;
  }

  const ResourceGraph& graph_;
  const SourceMap* sources_;
  Form form_;
  std::size_t room_ = kRoomOnPaper;
};

}  // namespace

std::string graph_json(const ResourceGraph& graph, const SourceMap& sources) {
  return Printer(graph, &sources, Form::Full).document();
}

std::string canonical_graph_json(const ResourceGraph& graph) {
  return Printer(graph, nullptr, Form::Canonical).document();
}

}  // namespace exr
