#include "frontends/terraform/unknown_attributes.h"

#include <gtest/gtest.h>

#include "frontends/terraform/mapped_plan.h"
#include "hcl/terraform_sources.h"
#include "source/file_system.h"
#include "unit/frontends/terraform/mapped_plan_driver.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

// A lock or a setting with one attribute that is not known, and what it refers to.
struct OneUnknown {
  // the resource that has it, and JSON of what is unknown and what is planned of it
  std::string address;
  std::string after_unknown;
  std::string after = R"({"name":"x"})";
  // JSON of its expressions
  std::string expressions;
  // the configuration's own text; empty for none
  std::string source = {};
};

// The attributes as they are mapped, as JSON.
std::string resolved(const OneUnknown& one) {
  const std::string circuit = R"({"name":"erc","resource_group_name":"rg"})";
  const ShortPlan plan(
      {{.address = "azurerm_express_route_circuit.c",
        .after = circuit,
        .after_unknown = R"({"id":true})"},
       {.address = R"(azurerm_express_route_circuit.m["a"])",
        .after = circuit,
        .after_unknown = R"({"id":true})"},
       {.address = one.address, .after = one.after, .after_unknown = one.after_unknown}},
      R"({"resources":[)" + block(one.address, one.expressions) + "," +
          block("azurerm_express_route_circuit.c", "{}") + "," +
          block("azurerm_express_route_circuit.m", "{}") + "]}");
  MemoryFileSystem files;
  files.write("root/main.tf", one.source);
  SourceMap sources;
  Problems problems;
  TerraformSources configuration("root", files, sources, plan.limits(), problems);
  PlanInput input = plan.input();
  if (!one.source.empty()) input.configuration = &configuration;
  MappedPlan mapped(input);
  const Value attributes = mapped.resolved_attributes(plan.instance(one.address));
  return to_json(attributes);
}

constexpr std::string_view kCircuit =
    "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/erc";

std::string with_name(const std::string& attribute) { return R"({"name":"x",)" + attribute + "}"; }

TEST(UnknownAttributes, become_the_id_that_they_refer_to) {
  EXPECT_EQ(resolved({.address = "azurerm_management_lock.l",
                      .after_unknown = R"({"scope":true})",
                      .expressions = R"({"scope":)" +
                                     references({"azurerm_express_route_circuit.c.id"}) + "}"}),
            with_name(R"("scope":")" + std::string(kCircuit) + "\""));
}

TEST(UnknownAttributes, stay_where_the_plan_does_not_tell_which) {
  EXPECT_EQ(resolved({.address = "azurerm_management_lock.l",
                      .after_unknown = R"({"scope":true})",
                      .expressions = R"({"scope":)" + references({"local.circuit"}) + "}"}),
            with_name(R"("scope":{"$unknown":"azurerm_management_lock.l.scope"})"));
}

TEST(UnknownAttributes, become_what_the_sources_tell) {
  EXPECT_EQ(resolved({.address = "azurerm_management_lock.l",
                      .after_unknown = R"({"scope":true})",
                      .expressions = R"({"scope":)" + references({"local.circuit"}) + "}",
                      .source = "locals { circuit = azurerm_express_route_circuit.c.id }\n"
                                "resource \"azurerm_express_route_circuit\" \"c\" {}\n"
                                "resource \"azurerm_management_lock\" \"l\" {\n"
                                "  scope = local.circuit\n}\n"}),
            with_name(R"("scope":")" + std::string(kCircuit) + "\""));
}

TEST(UnknownAttributes, become_ids_with_an_end_that_the_sources_append) {
  EXPECT_EQ(
      resolved({.address = "azurerm_express_route_circuit_connection.l",
                .after_unknown = R"({"peering_id":true})",
                .expressions =
                    R"({"peering_id":)" + references({"azurerm_express_route_circuit.c.id"}) + "}",
                .source =
                    "resource \"azurerm_express_route_circuit\" \"c\" {}\n"
                    "resource \"azurerm_express_route_circuit_connection\" \"l\" {\n  peering_id = "
                    "\"${azurerm_express_route_circuit.c.id}/peerings/AzurePrivatePeering\"\n}\n"}),
      with_name(R"("peering_id":")" + std::string(kCircuit) + "/peerings/AzurePrivatePeering\""));
}

TEST(UnknownAttributes, are_lists_that_may_be_longer_where_only_the_plan_is_there) {
  const OneUnknown alone = {
      .address = "azurerm_monitor_metric_alert.l",
      .after_unknown = R"({"scopes":true})",
      .expressions = R"({"scopes":)" + references({"azurerm_express_route_circuit.c.id"}) + "}"};
  const std::string text = resolved(alone);
  EXPECT_NE(text.find(kCircuit), std::string::npos) << text;
  EXPECT_NE(text.find("$unknown"), std::string::npos) << text;
  OneUnknown with_source = alone;
  with_source.source =
      "resource \"azurerm_express_route_circuit\" \"c\" {}\n"
      "resource \"azurerm_monitor_metric_alert\" \"l\" {\n"
      "  scopes = [azurerm_express_route_circuit.c.id, \"/subscriptions/other\"]\n}\n";
  EXPECT_EQ(resolved(with_source),
            with_name(R"("scopes":[")" + std::string(kCircuit) + R"(","/subscriptions/other"])"));
}

TEST(UnknownAttributes, are_objects_of_which_the_sources_know_parts) {
  EXPECT_EQ(
      resolved({.address = "azurerm_route_filter.l",
                .after_unknown = R"({"tags":true})",
                .expressions = R"({"tags":)" + references({"random_pet.p.id"}) + "}",
                .source = "resource \"azurerm_route_filter\" \"l\" {\n"
                          "  tags = { owner = \"me\", pet = random_pet.p.id }\n}\n"}),
      with_name(R"("tags":{"owner":"me","pet":{"$unknown":"azurerm_route_filter.l.tags.pet"}})"));
}

}  // namespace
}  // namespace exr
