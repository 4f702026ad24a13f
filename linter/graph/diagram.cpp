#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <string_view>
#include <tuple>
#include <vector>

#include "azure/resource_type.h"
#include "graph/edge_kind.h"
#include "graph/print.h"
#include "support/utf8.h"
#include "value/print.h"

namespace exr {

namespace {

constexpr std::size_t kLongestLabel = 80;

// Resources and edges by number in a stable order.
struct Diagram {
  struct Line {
    std::size_t from = 0;
    std::size_t to = 0;
    const Edge* edge = nullptr;
  };
  std::vector<const Resource*> boxes;
  std::vector<Line> lines;
};

Diagram diagram_of(const ResourceGraph& graph) {
  std::vector<std::size_t> order(graph.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::deque<Resource>& resources = graph.resources();
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(resources[a].deployment, resources[a].id_key, a) <
           std::tie(resources[b].deployment, resources[b].id_key, b);
  });
  Diagram diagram;
  std::vector<std::size_t> numbers(order.size());
  for (const std::size_t i : order) {
    numbers[i] = diagram.boxes.size();
    diagram.boxes.push_back(&resources[i]);
  }
  for (const Edge& edge : graph.edges()) {
    diagram.lines.push_back({numbers[static_cast<std::size_t>(edge.from)],
                             numbers[static_cast<std::size_t>(edge.to)], &edge});
  }
  std::sort(diagram.lines.begin(), diagram.lines.end(), [](const auto& a, const auto& b) {
    return std::tie(a.from, a.to, a.edge->kind, a.edge->path) <
           std::tie(b.from, b.to, b.edge->kind, b.edge->path);
  });
  return diagram;
}

std::string_view label_of(const Edge& edge) {
  return edge.kind == EdgeKind::Reference ? std::string_view(edge.path) : edge_kind_name(edge.kind);
}

// The text for one line of a label, each character through `append`.
template <typename Append>
std::string escaped(std::string_view text, const Append& append) {
  std::string result;
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == kLongestLabel) return result + "...";
    const char32_t character = take_character(text);
    const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0) ||
                            character == 0x2028 || character == 0x2029;
    append(result, is_control ? U' ' : character);
  }
  return result;
}

std::string dot_text(std::string_view text) {
  return escaped(text, [](std::string& result, char32_t character) {
    if (character == '"' || character == '\\') result += '\\';
    append_character(result, character);
  });
}

// Mermaid reads HTML, Markdown, formulas and its own directives inside quotes: what is not plainly
// harmless is written by its number.
std::string mermaid_text(std::string_view text) {
  return escaped(text, [](std::string& result, char32_t character) {
    constexpr std::string_view kHarmless =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -_.:,/()[]";
    if (character >= 0x80 ||
        kHarmless.find(static_cast<char>(character)) != std::string_view::npos) {
      append_character(result, character);
    } else {
      result += "#" + std::to_string(static_cast<unsigned>(character)) + ";";
    }
  });
}

std::string dot_style(const Resource& resource) {
  if (resource.existing) return ", style=dashed, color=gray50";
  return resource.deployed == Truth::True ? "" : ", style=dashed";
}

std::string_view dot_line(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Parent:
      return "style=bold";
    case EdgeKind::Reference:
      return "style=solid";
    case EdgeKind::Scope:
      return "style=dashed";
    case EdgeKind::DependsOn:
      return "style=dotted";
  }
  return "style=solid";
}

std::string_view mermaid_arrow(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Parent:
      return "==>";
    case EdgeKind::Reference:
      return "-->";
    case EdgeKind::Scope:
    case EdgeKind::DependsOn:
      return "-.->";
  }
  return "-->";
}

std::string mermaid_class(const Resource& resource) {
  if (resource.existing) return ":::existing";
  return resource.deployed == Truth::True ? "" : ":::uncertain";
}

std::string node(std::size_t number) { return "r" + std::to_string(number); }

}  // namespace

std::string graph_dot(const ResourceGraph& graph) {
  const Diagram diagram = diagram_of(graph);
  std::string text = "digraph exrlint {\n  rankdir=LR;\n  node [shape=box];\n";
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
    const Resource& resource = *diagram.boxes[i];
    text += "  " + node(i) + " [label=\"" + dot_text(last_type_segment(resource.type)) + "\\n" +
            dot_text(message_text(resource.name)) + "\"" + dot_style(resource) + "];\n";
  }
  for (const Diagram::Line& line : diagram.lines) {
    text += "  " + node(line.from) + " -> " + node(line.to) + " [label=\"" +
            dot_text(label_of(*line.edge)) + "\", " + std::string(dot_line(line.edge->kind)) +
            "];\n";
  }
  return text + "}\n";
}

std::string graph_mermaid(const ResourceGraph& graph) {
  const Diagram diagram = diagram_of(graph);
  std::string text = "flowchart LR\n";
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
    const Resource& resource = *diagram.boxes[i];
    text += "  " + node(i) + "[\"" + mermaid_text(last_type_segment(resource.type)) + "<br/>" +
            mermaid_text(message_text(resource.name)) + "\"]" + mermaid_class(resource) + "\n";
  }
  for (const Diagram::Line& line : diagram.lines) {
    text += "  " + node(line.from) + " " + std::string(mermaid_arrow(line.edge->kind)) + "|\"" +
            mermaid_text(label_of(*line.edge)) + "\"| " + node(line.to) + "\n";
  }
  text += "  classDef existing stroke-dasharray:4,color:#777\n";
  return text + "  classDef uncertain stroke-dasharray:4\n";
}

}  // namespace exr
