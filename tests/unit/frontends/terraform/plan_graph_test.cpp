#include "frontends/terraform/plan_graph.h"

#include <gtest/gtest.h>

#include "graph/id_text.h"
#include "graph/linker.h"
#include "unit/frontends/terraform/mapped_plan_driver.h"
#include "value/print.h"

namespace exr {
namespace {

const std::string kGroup = R"({"name":"rg","location":"westeurope"})";

PlanRecord group() {
  return {
      .address = "azurerm_resource_group.rg", .after = kGroup, .after_unknown = R"({"id":true})"};
}

PlanRecord circuit(const std::string& key) {
  return {.address = "azurerm_express_route_circuit.c[\"" + key + "\"]",
          .after = R"({"name":"erc-)" + key + R"(","resource_group_name":"rg"})",
          .after_unknown = R"({"id":true})"};
}

PlanRecord connection() {
  return {.address = "azurerm_virtual_network_gateway_connection.n",
          .after = R"({"name":"con","resource_group_name":"rg"})",
          .after_unknown = R"({"id":true,"express_route_circuit_id":true})"};
}

std::string connected_by(const std::string& expression, const std::string& rest = "") {
  return R"({"resources":[)" +
         block("azurerm_virtual_network_gateway_connection.n",
               R"({"express_route_circuit_id":)" + expression + "}") +
         "," + block("azurerm_express_route_circuit.c", "{}") + "]" + rest + "}";
}

std::string edges(const ShortPlan& plan) {
  Problems problems;
  ResourceGraph graph = plan.graph(problems);
  link(graph, {});
  std::string text;
  for (const Edge& edge : graph.edges()) {
    if (edge.kind != EdgeKind::Reference) continue;
    text += graph.resource(edge.from).address + " -> " + graph.resource(edge.to).address + " at " +
            edge.path + "\n";
  }
  return text;
}

TEST(PlanGraph, has_ids_as_they_will_be) {
  const ShortPlan plan({group(), circuit("a")});
  EXPECT_EQ(
      plan.ids(),
      "azurerm_resource_group.rg: /subscriptions/{subscriptionId}/resourceGroups/rg\n"
      "azurerm_express_route_circuit.c[\"a\"]: /subscriptions/{subscriptionId}/resourceGroups/"
      "rg/providers/Microsoft.Network/expressRouteCircuits/erc-a\n");
}

TEST(PlanGraph, has_the_subscription_of_the_provider) {
  const ShortPlan plan({connection()}, connected_by(references({"var.id"})));
  EXPECT_EQ(plan.ids(),
            "azurerm_virtual_network_gateway_connection.n: /subscriptions/sub/resourceGroups/rg/"
            "providers/Microsoft.Network/connections/con\n");
}

TEST(PlanGraph, connects_what_an_unknown_id_means) {
  const ShortPlan plan({circuit("a"), circuit("b"), connection()},
                       connected_by(references({R"(azurerm_express_route_circuit.c["b"].id)"})));
  EXPECT_EQ(
      edges(plan),
      "azurerm_virtual_network_gateway_connection.n -> azurerm_express_route_circuit.c[\"b\"] "
      "at properties.peer.id\n");
}

TEST(PlanGraph, connects_all_that_an_unknown_id_may_mean) {
  const ShortPlan plan({circuit("a"), circuit("b"), connection()},
                       connected_by(references({"azurerm_express_route_circuit.c"})));
  EXPECT_EQ(
      edges(plan),
      "azurerm_virtual_network_gateway_connection.n -> azurerm_express_route_circuit.c[\"a\"] "
      "at properties.peer.id\n"
      "azurerm_virtual_network_gateway_connection.n -> azurerm_express_route_circuit.c[\"b\"] "
      "at properties.peer.id\n");
}

TEST(PlanGraph, leaves_unknown_what_may_be_something_else) {
  // a local may hold any other circuit
  const ShortPlan plan(
      {circuit("a"), connection()},
      connected_by(references({"azurerm_express_route_circuit.c", "local.other"})));
  EXPECT_EQ(edges(plan), "");
  // an ID that is made from that of a group is none
  const ShortPlan made({group(), connection()},
                       connected_by(references({"azurerm_resource_group.rg.id", "var.name"}),
                                    R"(,"variables":{"name":{}})"));
  EXPECT_EQ(edges(made), "");
}

TEST(PlanGraph, has_all_that_is_there_afterwards) {
  const ShortPlan plan(
      {group(),
       {.address = "azurerm_resource_group.old", .after = "null", .action = "delete"},
       {.address = "azurerm_resource_group.lost", .after = "null", .action = "forget"},
       {.address = "azurerm_resource_group.kept",
        .after = R"({"name":"kept","id":"/subscriptions/x/resourceGroups/kept"})",
        .action = "no-op"},
       {.address = "random_pet.name", .after = "{}"}});
  Problems problems;
  const ResourceGraph graph = plan.graph(problems);
  EXPECT_EQ(graph.size(), 2U);
  EXPECT_EQ(graph.resources()[1].id_text, "/subscriptions/x/resourceGroups/kept");
  ASSERT_EQ(graph.extension_resources().size(), 1U);
  EXPECT_EQ(graph.extension_resources()[0].type, "random_pet");
  EXPECT_TRUE(problems.empty());
  EXPECT_FALSE(graph.is_partial());
}

TEST(PlanGraph, has_what_is_only_read_as_existing) {
  const ShortPlan plan({group()}, "{}",
                       R"(,"prior_state":{"values":{"root_module":{"resources":[
    {"address":"data.azurerm_express_route_circuit.c","mode":"data","type":"azurerm_express_route_circuit","name":"c",
     "values":{"id":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/expressRouteCircuits/c","location":"uksouth","sku":[]}},
    {"address":"data.azurerm_client_config.x","mode":"data","type":"azurerm_client_config","name":"x","values":{"id":"abc"}}
  ]}}})");
  Problems problems;
  const ResourceGraph graph = plan.graph(problems);
  ASSERT_EQ(graph.size(), 2U);
  const Resource& read = graph.resources()[1];
  EXPECT_TRUE(read.existing);
  EXPECT_EQ(read.type, "Microsoft.Network/expressRouteCircuits");
  EXPECT_EQ(id_text(read.name).str(), "c");
  EXPECT_EQ(to_json(read.body), R"({"location":"uksouth"})");
}

TEST(PlanGraph, merges_an_edit_into_what_it_edits) {
  const PlanRecord subnet = {
      .address = "azurerm_subnet.s",
      .after = R"({"name":"s","virtual_network_name":"v","resource_group_name":"rg"})",
      .after_unknown = R"({"id":true})"};
  const PlanRecord association = {.address = "azurerm_subnet_route_table_association.a",
                                  .after = R"({"route_table_id":"/subscriptions/sub/rt"})",
                                  .after_unknown = R"({"id":true,"subnet_id":true})"};
  const auto associated = [](const std::string& subnet_id) {
    return R"({"resources":[)" + block("azurerm_subnet.s", "{}") + "," +
           block("azurerm_subnet_route_table_association.a",
                 R"({"subnet_id":)" + subnet_id +
                     R"(,"route_table_id":{"constant_value":"/subscriptions/sub/rt"}})") +
           "]}";
  };
  Problems problems;
  const ShortPlan plan({subnet, association}, associated(references({"azurerm_subnet.s.id"})));
  const std::string body = to_json(plan.graph(problems).resources()[0].body);
  EXPECT_NE(body.find(R"("routeTable":{"id":"/subscriptions/sub/rt"})"), std::string::npos) << body;
  const ShortPlan open({subnet, association}, associated(references({"local.subnet_id"})));
  const std::string may = to_json(open.graph(problems).resources()[0].body);
  EXPECT_NE(may.find(R"("routeTable":{"id":{"$unknown")"), std::string::npos) << may;
}

TEST(PlanGraph, is_partial_where_a_template_is_not_read) {
  const PlanRecord deployment = {.address = "azurerm_resource_group_template_deployment.d",
                                 .after = R"({"name":"d","resource_group_name":"rg"})",
                                 .after_unknown = R"({"template_content":true})"};
  const ShortPlan plan({deployment});
  Problems problems;
  EXPECT_TRUE(plan.graph(problems).is_partial());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].kind, ProblemKind::UnreadableModule);
}

TEST(PlanGraph, is_partial_if_the_plan_is) {
  const ShortPlan plan({group()}, "{}", R"(,"errored":true)");
  Problems problems;
  EXPECT_TRUE(plan.graph(problems).is_partial());
}

TEST(PlanGraph, has_explicit_dependencies) {
  const ShortPlan plan({circuit("a"), connection()},
                       R"({"resources":[)" + block("azurerm_express_route_circuit.c", "{}") + "," +
                           block("azurerm_virtual_network_gateway_connection.n", "{}", "",
                                 R"(["azurerm_express_route_circuit.c"])") +
                           "]}");
  Problems problems;
  const ResourceGraph graph = plan.graph(problems);
  EXPECT_EQ(graph.resources()[1].depends_on,
            std::vector<std::string>{graph.resources()[0].id_text.str()});
}

TEST(PlanGraph, keeps_secret_what_is_marked_as_sensitive) {
  const ShortPlan plan(
      {circuit("a")},
      R"({"outputs":{"key":{"sensitive":true,"expression":{"constant_value":"k1"}}},)"
      R"("variables":{"v":{"default":"k2","sensitive":true}}})",
      R"(,"planned_values":{"outputs":{"key":{"sensitive":true,"value":"k1"}},"root_module":{}})");
  Problems problems;
  const ResourceGraph graph = plan.graph(problems);
  ASSERT_EQ(graph.outputs().size(), 1U);
  EXPECT_TRUE(is_secure(graph.outputs()[0].value.trail()));
  ASSERT_EQ(graph.parameters().size(), 1U);
  EXPECT_TRUE(is_secure(graph.parameters()[0].value.trail()));
  EXPECT_TRUE(is_secure(graph.parameters()[0].default_value.trail()));
}

TEST(PlanGraph, tells_what_an_output_was_read_from) {
  const ShortPlan plan(
      {circuit("a")},
      R"({"resources":[)" + block("azurerm_express_route_circuit.c", "{}") +
          R"(],"outputs":{"key":{"expression":)" +
          references({R"(azurerm_express_route_circuit.c["a"].service_key)"}) + "}}}",
      R"(,"planned_values":{"outputs":{"key":{"sensitive":false}},"root_module":{}})");
  Problems problems;
  const ResourceGraph graph = plan.graph(problems);
  ASSERT_EQ(graph.outputs().size(), 1U);
  const TrailPointer& trail = graph.outputs()[0].value.trail();
  ASSERT_NE(trail, nullptr);
  EXPECT_EQ(trail->kind, Trail::Kind::Property);
  EXPECT_EQ(trail->path, "properties.serviceKey");
  EXPECT_EQ(trail->resource, graph.resources()[0].id_text.str());
}

}  // namespace
}  // namespace exr
