#include "hcl/terraform_sources.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/hcl/source_text.h"

namespace exr {
namespace {

BlockAddress circuit(std::vector<std::string> calls = {}) {
  return {
      .module_calls = std::move(calls), .type = "azurerm_express_route_circuit", .name = "this"};
}

const char* const kCircuit = R"(
resource "azurerm_express_route_circuit" "this" {
  name = "er"
  sku {
    tier   = var.tier
    family = "MeteredData"
  }
  tags = { a = "b", "c" = local.c }
  list = ["x", { y = 1 }]
  body = jsonencode({ p = { q = 1 } })
}
)";

TEST(TerraformSources, finds_blocks_and_what_is_written_in_them) {
  SourceText text{{"root/main.tf", kCircuit}};
  TerraformSources& sources = text.configuration;
  EXPECT_TRUE(sources.found());
  EXPECT_EQ(text.shown(sources.find_block(circuit())),
            R"(resource "azurerm_express_route_circuit" "this")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"name"})), R"(name = "er")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 0, "tier"})), "tier   = var.tier");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", "family"})),
            R"(family = "MeteredData")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"tags", "c"})), R"("c" = local.c)");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"list", 1, "y"})), "y = 1");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"list", 0})), R"("x")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"body", "p", "q"})), "q = 1");
  EXPECT_TRUE(text.problems.empty());
}

TEST(TerraformSources, gives_the_deepest_place_of_a_path) {
  SourceText text{{"root/main.tf", kCircuit}};
  const auto sku = text.configuration.find_written(circuit(), {"sku", 0, "no"});
  ASSERT_TRUE(sku);
  EXPECT_EQ(text.shown(sku->span), "sku");
  EXPECT_FALSE(sku->is_whole);
  EXPECT_EQ(sku->how, WrittenAs::Block);
  const auto none = text.configuration.find_written(circuit(), {"location"});
  ASSERT_TRUE(none);
  EXPECT_EQ(none->how, WrittenAs::Block);
  EXPECT_FALSE(text.configuration.find_written({.type = "no", .name = "no"}, {}));
}

TEST(TerraformSources, says_how_a_value_is_written) {
  SourceText text{{"root/main.tf", kCircuit}};
  const auto how = [&](const SourcePath& path) {
    return text.configuration.find_written(circuit(), path)->how;
  };
  EXPECT_EQ(how({"name"}), WrittenAs::Literal);
  EXPECT_EQ(how({"list"}), WrittenAs::Literal);
  EXPECT_EQ(how({"tags"}), WrittenAs::Expression);
  EXPECT_EQ(how({"tags", "c"}), WrittenAs::Local);
  const auto tier = text.configuration.find_written(circuit(), {"sku", 0, "tier"});
  EXPECT_EQ(tier->how, WrittenAs::Variable);
  EXPECT_EQ(tier->refers_to, "tier");
  EXPECT_EQ(text.shown(tier->value), "var.tier");
}

TEST(TerraformSources, goes_through_dynamic_blocks) {
  SourceText text{{"root/main.tf", R"(
resource "azurerm_express_route_circuit" "this" {
  sku {
    tier = "a"
  }
  dynamic "sku" {
    for_each = var.skus
    content {
      tier = sku.value
    }
  }
}
)"}};
  TerraformSources& sources = text.configuration;
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 0, "tier"})), R"(tier = "a")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 2, "tier"})), "tier = sku.value");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 2, "no"})), R"(dynamic "sku")");
}

TEST(TerraformSources, reads_only_the_modules_that_are_asked_for) {
  SourceText text{{"root/main.tf", R"(module "hub" { source = "./hub" })"},
                  {"root/hub/main.tf", "output \"x\" {\n  value = \n}\n"}};
  EXPECT_EQ(text.shown(text.configuration.find_call({"hub"})), R"(module "hub")");
  EXPECT_TRUE(text.problems.empty());
  EXPECT_EQ(text.shown(text.configuration.find_output({"hub"}, "x")), "none");
  EXPECT_EQ(text.problems.size(), 1U);
  text.configuration.find_output({"hub"}, "x");
  EXPECT_EQ(text.problems.size(), 1U);
}

TEST(TerraformSources, finds_the_folders_of_modules) {
  SourceText text{{"root/main.tf", R"(
module "a" {
  source = "./a"
}
module "b" {
  source = "registry/b/azurerm"
}
)"},
                  {"root/a/main.tf", "module \"c\" {\n  source = \"../c\"\n}\n"},
                  {"root/c/main.tf", "locals {\n  x = 1\n}\n"},
                  {"root/.terraform/modules/modules.json",
                   R"({"Modules": [{"Key": "", "Dir": "."},
                        {"Key": "b", "Dir": ".terraform/modules/b"}]})"},
                  {"root/.terraform/modules/b/main.tf", "variable \"y\" {}\n"}};
  TerraformSources& sources = text.configuration;
  EXPECT_EQ(text.shown(sources.find_local({"a", "c"}, "x")), "x = 1");
  EXPECT_EQ(text.shown(sources.find_variable({"b"}, "y")), R"(variable "y")");
  EXPECT_FALSE(sources.is_third_party({"a", "c"}));
  EXPECT_TRUE(sources.is_third_party({"b"}));
  EXPECT_EQ(sources.find_module({"a", "no"}), nullptr);
}

TEST(TerraformSources, follows_variables_to_the_arguments_of_calls) {
  SourceText text{{"root/main.tf", R"(
module "a" {
  source = "./a"
  place  = "ams"
  sku    = { tier = "Standard" }
}
)"},
                  {"root/a/main.tf", R"(
module "b" {
  source = "./b"
  place  = local.place
  tier   = var.sku.tier
}
locals {
  place = var.place
}
)"},
                  {"root/a/b/main.tf", R"(
resource "azurerm_express_route_circuit" "this" {
  peering_location = var.place
  name             = "${var.place}-er"
  bandwidth        = var.bandwidth
  sku {
    tier = var.tier
  }
}
)"}};
  const auto behind = [&](const SourcePath& path) {
    return text.shown(text.configuration.find_argument_behind(circuit({"a", "b"}), path));
  };
  EXPECT_EQ(behind({"peering_location"}), R"(place  = "ams")");
  EXPECT_EQ(behind({"sku", 0, "tier"}), R"(tier = "Standard")");
  EXPECT_EQ(behind({"name"}), "none");
  EXPECT_EQ(behind({"bandwidth"}), "none");
  EXPECT_EQ(behind({"no"}), "none");
}

TEST(TerraformSources, follows_each_value_to_the_member_of_its_instance) {
  SourceText text{{"root/main.tf", R"(
module "a" {
  source   = "./a"
  for_each = { hub = { places = { x = { place = "ams" }, y = { place = "fra" } } } }
  circuits = each.value.places
}
module "b" {
  source   = "./a"
  circuits = { x = { place = "lon" } }
}
)"},
                  {"root/a/main.tf", R"(
variable "circuits" {}
resource "azurerm_express_route_circuit" "this" {
  for_each         = var.circuits
  peering_location = each.value.place
  name             = each.key
}
)"}};
  const auto behind = [&](const CallStep& call, const std::string& key, const std::string& name) {
    SourceInstance instance{.module = {call}, .type = circuit().type, .name = "this", .key = key};
    return text.shown(text.configuration.find_argument_behind(instance, {name}));
  };
  EXPECT_EQ(behind({"b", {}}, "x", "peering_location"), R"(place = "lon")");
  EXPECT_EQ(behind({"a", "hub"}, "y", "peering_location"), "circuits = each.value.places");
  EXPECT_EQ(behind({"b", {}}, "x", "name"), "none");
  EXPECT_EQ(
      text.shown(text.configuration.find_argument_behind(circuit({"b"}), {"peering_location"})),
      "none");
}

TEST(TerraformSources, ends_where_locals_go_in_circles) {
  SourceText text{{"root/main.tf", R"(
resource "azurerm_express_route_circuit" "this" {
  name = local.a
}
locals {
  a = local.b
  b = local.a
}
)"}};
  EXPECT_EQ(text.shown(text.configuration.find_argument_behind(circuit(), {"name"})), "none");
}

TEST(TerraformSources, merges_override_files_after_all_others) {
  SourceText text{{"root/a_override.tf", R"(
resource "azurerm_express_route_circuit" "this" {
  name = "b"
  sku {
    tier = "Premium"
  }
}
locals {
  x = 2
}
)"},
                  {"root/main.tf", R"(
resource "azurerm_express_route_circuit" "this" {
  name     = "a"
  location = "c"
  sku {
    tier = "Standard"
  }
}
locals {
  x = 1
}
)"}};
  TerraformSources& sources = text.configuration;
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"name"})), R"(name = "b")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"location"})), R"(location = "c")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 0, "tier"})), R"(tier = "Premium")");
  EXPECT_EQ(text.shown(sources.find_local({}, "x")), "x = 2");
}

TEST(TerraformSources, reads_json_syntax) {
  SourceText text{{"root/main.tf.json", R"({
  "resource": {"azurerm_express_route_circuit": {"this": {
    "name": "${var.name}",
    "sku": [{"tier": "Standard"}],
    "dynamic": {"peering": {"for_each": "${var.x}", "content": {"asn": 1}}}
  }}},
  "locals": {"x": "a"}
})"}};
  TerraformSources& sources = text.configuration;
  EXPECT_EQ(text.shown(sources.find_block(circuit())), R"("this")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"name"})), R"("name": "${var.name}")");
  EXPECT_EQ(sources.find_written(circuit(), {"name"})->how, WrittenAs::Variable);
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"sku", 0, "tier"})),
            R"("tier": "Standard")");
  EXPECT_EQ(text.shown(sources.find_written(circuit(), {"peering", 3, "asn"})), R"("asn": 1)");
  EXPECT_EQ(text.shown(sources.find_local({}, "x")), R"("x": "a")");
}

TEST(TerraformSources, a_folder_without_files_is_no_configuration) {
  SourceText text{{"root/readme.md", ""}};
  EXPECT_FALSE(text.configuration.found());
  EXPECT_FALSE(text.configuration.find_block(circuit()));
}

}  // namespace
}  // namespace exr
