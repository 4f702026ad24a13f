#include "graph/print.h"

#include <gtest/gtest.h>

#include "unit/graph/graph_driver.h"

namespace exr {
namespace {

constexpr const char* kGateway = "Microsoft.Network/virtualNetworkGateways";
const std::string kProvider = kGroup + "/providers/Microsoft.Network/";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void add_two(GraphDriver& driver) {
  Resource gateway = driver.resource(
      "Microsoft.Network/VirtualNetworkGateways", "gw",
      driver.json(
          "{\n\"tags\": null, \"Properties\": {\"b\": 1, \"A\": [null]}, \"metadata\": {}}"));
  gateway.api_version.clear();
  gateway.declared_at = gateway.body.as_object().find("Properties")->origin();
  driver.graph.add(gateway);
  Resource connection = driver.resource(
      "Microsoft.Network/connections", "${param:prefix}-con",
      object_value({{"gatewayId", Value::string(kProvider + "virtualNetworkGateways/gw")}}));
  connection.deployed = Truth::Unknown;
  connection.depends_on = {kProvider + "virtualNetworkGateways/gw"};
  driver.graph.add(connection);
  Output key;
  key.name = "serviceKey";
  key.value = unknown_value("reference(...)");
  driver.graph.add_output(key);
  driver.link_all();
}

// `<...>` stand for what is long.
std::string filled(std::string text, bool lower) {
  const auto spelled = [&](const std::string& id) { return lower ? to_lower(id) : id; };
  text = replace_all(
      text, "<con>",
      R"({"$unknown":")" + spelled(kProvider + "connections/${param:prefix}-con") + "\"}");
  text = replace_all(text, "<gw>", "\"" + spelled(kProvider + "VirtualNetworkGateways/gw") + "\"");
  // of the IDs in bodies only the types are spelled alike
  const std::string written =
      lower ? "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/"
              "microsoft.network/virtualnetworkgateways/gw"
            : kProvider + "virtualNetworkGateways/gw";
  return replace_all(text, "<written>", "\"" + written + "\"");
}

TEST(GraphJson, is_one_sorted_document) {
  GraphDriver driver;
  add_two(driver);
  // clang-format off
  const std::string expected = R"text({
  "partial": false,
  "resources": [
    {"id":<con>,"type":"Microsoft.Network/connections","apiVersion":"2024-05-01","name":{"$unknown":"${param:prefix}-con"},"address":"${param:prefix}-con","existing":false,"deployed":"unknown","body":{"gatewayId":<written>},"source":null},
    {"id":<gw>,"type":"Microsoft.Network/VirtualNetworkGateways","apiVersion":null,"name":"gw","address":"gw","existing":false,"deployed":true,"body":{"tags":null,"Properties":{"b":1,"A":[null]},"metadata":{}},"source":{"file":"body0.json","line":2,"column":29}}
  ],
  "edges": [
    {"from":<con>,"to":<gw>,"kind":"depends-on"},
    {"from":<con>,"to":<gw>,"kind":"reference","path":"gatewayId"}
  ],
  "outputs": [
    {"name":"serviceKey","secure":false,"value":{"$unknown":"reference(...)"}}
  ]
}
)text";
  // clang-format on
  EXPECT_EQ(graph_json(driver.graph, driver.sources), filled(expected, false));
}

TEST(GraphJson, canonical_leaves_out_what_differs_by_construction) {
  GraphDriver driver;
  add_two(driver);
  // clang-format off
  const std::string expected = R"text({
  "edges": [
    {"from":<con>,"kind":"reference","path":"gatewayid","to":<gw>}
  ],
  "outputs": [
    {"name":"serviceKey","secure":false,"value":{"$unknown":"reference(...)"}}
  ],
  "partial": false,
  "resources": [
    {"apiVersion":"2024-05-01","body":{"gatewayid":<written>},"deployed":"unknown","existing":false,"id":<con>,"name":{"$unknown":"${param:prefix}-con"},"type":"microsoft.network/connections"},
    {"apiVersion":null,"body":{"properties":{"a":[null],"b":1}},"deployed":true,"existing":false,"id":<gw>,"name":"gw","type":"microsoft.network/virtualnetworkgateways"}
  ]
}
)text";
  // clang-format on
  EXPECT_EQ(canonical_graph_json(driver.graph), filled(expected, true));
}

TEST(GraphJson, canonical_leaves_out_modules_and_existing_resources_with_their_edges) {
  GraphDriver driver;
  Resource existing = driver.resource(kGateway, "there");
  existing.existing = true;
  driver.graph.add(existing);
  driver.add("microsoft.resources/Deployments", "module",
             object_value({{"id", Value::string(kProvider + "virtualNetworkGateways/here")}}));
  driver.add(kGateway, "here",
             object_value({{"id", Value::string(kProvider + "virtualNetworkGateways/there")}}));
  driver.link_all();
  EXPECT_EQ(driver.graph.edges().size(), 2U);
  const std::string text = canonical_graph_json(driver.graph);
  EXPECT_TRUE(holds(text, "\"edges\": []"));
  EXPECT_TRUE(holds(text, "\"name\":\"here\""));
  EXPECT_FALSE(holds(text, "\"name\":\"there\""));
  EXPECT_FALSE(holds(text, "\"name\":\"module\""));
}

TEST(GraphJson, canonical_does_not_depend_on_the_order_of_adding) {
  GraphDriver there;
  GraphDriver back;
  std::vector<Resource> resources = {
      there.resource(kGateway, "a"), there.resource(kGateway, "b"),
      there.resource(kGateway, "a", object_value({{"x", Value::integer(1)}}))};
  for (const Resource& resource : resources) there.graph.add(resource);
  for (auto it = resources.rbegin(); it != resources.rend(); ++it) back.graph.add(*it);
  EXPECT_EQ(canonical_graph_json(there.graph), canonical_graph_json(back.graph));
}

TEST(GraphJson, never_shows_secrets) {
  GraphDriver driver;
  Value key = secret("hunter2");
  Array keys;
  keys.add(key);
  driver.add("Microsoft.Network/connections", "con",
             object_value(
                 {{"sharedKey", key}, {"list", Value::array(keys)}, {"plain", Value::integer(1)}}));
  Output output;
  output.name = "key";
  output.secure = true;
  output.value = Value::string("hunter2");
  driver.graph.add_output(output);
  output.name = "derived";
  output.secure = false;
  output.value = object_value({{"inner", key}});
  driver.graph.add_output(output);
  Resource named = driver.resource(kGateway, "hunter2");
  named.name = named.name.with_trail(key.trail());
  named.id = named.id.with_trail(key.trail());
  named.address = "gateway";
  driver.graph.add(named);
  driver.link_all();
  for (const std::string& text :
       {graph_json(driver.graph, driver.sources), canonical_graph_json(driver.graph),
        graph_dot(driver.graph), graph_mermaid(driver.graph)}) {
    EXPECT_FALSE(holds(text, "hunter2")) << text;
    EXPECT_TRUE(holds(text, "***") || holds(text, "#42;#42;#42;")) << text;
  }
  const std::string text = graph_json(driver.graph, driver.sources);
  EXPECT_TRUE(holds(text, R"("body":{"sharedKey":"***","list":["***"],"plain":1})"));
  EXPECT_TRUE(holds(text, R"({"name":"key","secure":true,"value":"***"})"));
  EXPECT_TRUE(holds(text, R"({"name":"derived","secure":false,"value":{"inner":"***"}})"));
}

TEST(GraphJson, ends_although_shared_parts_do_not) {
  GraphDriver driver;
  Value shared = Value::string("x");
  for (int i = 0; i < 60; ++i) shared = object_value({{"a", shared}, {"b", shared}});
  driver.add(kGateway, "gw", shared);
  EXPECT_TRUE(holds(graph_json(driver.graph, driver.sources), "too large to be shown"));
}

TEST(Diagrams, label_resources_and_edges) {
  GraphDriver driver;
  add_two(driver);
  EXPECT_EQ(graph_dot(driver.graph), R"(digraph exrlint {
  rankdir=LR;
  node [shape=box];
  r0 [label="connections\n${param:prefix}-con", style=dashed];
  r1 [label="VirtualNetworkGateways\ngw"];
  r0 -> r1 [label="gatewayId", style=solid];
  r0 -> r1 [label="depends-on", style=dotted];
}
)");
  EXPECT_EQ(graph_mermaid(driver.graph), R"(flowchart LR
  r0["connections<br/>#36;#123;param:prefix#125;-con"]:::uncertain
  r1["VirtualNetworkGateways<br/>gw"]
  r0 -->|"gatewayId"| r1
  r0 -.->|"depends-on"| r1
  classDef existing stroke-dasharray:4,color:#777
  classDef uncertain stroke-dasharray:4
)");
}

TEST(Diagrams, escape_what_would_leave_the_label) {
  GraphDriver driver;
  Resource gateway = driver.resource(kGateway, "x");
  gateway.name = Value::string("a\"]; b\\n\n%%{init}%% <b>`#\xFF\xC3\xA9");
  driver.graph.add(gateway);
  EXPECT_TRUE(holds(graph_dot(driver.graph),
                    "\\na\\\"]; b\\\\n %%{init}%% <b>`#\xEF\xBF\xBD\xC3\xA9\"];\n"));
  EXPECT_TRUE(holds(graph_mermaid(driver.graph),
                    "<br/>a#34;]#59; b#92;n #37;#37;#123;init#125;#37;#37; "
                    "#60;b#62;#96;#35;\xEF\xBF\xBD\xC3\xA9\"]\n"));
}

TEST(Diagrams, cut_long_names) {
  GraphDriver driver;
  driver.add(kGateway, std::string(500, 'x'));
  EXPECT_TRUE(holds(graph_dot(driver.graph), "\\n" + std::string(80, 'x') + "...\"];"));
}

}  // namespace
}  // namespace exr
