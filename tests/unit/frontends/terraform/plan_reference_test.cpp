#include "frontends/terraform/plan_reference.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

using Kind = PlanReference::Kind;

PlanReference read(std::string_view text) {
  const auto reference = parse_reference(text);
  EXPECT_TRUE(reference) << text;
  return reference.value_or(PlanReference());
}

TEST(PlanReference, names_a_resource_with_its_attribute) {
  const PlanReference reference = read("azurerm_subnet.gateway.id");
  EXPECT_EQ(reference.kind, Kind::Resource);
  EXPECT_EQ(reference.type, "azurerm_subnet");
  EXPECT_EQ(reference.name, "gateway");
  EXPECT_EQ(reference.key, InstanceKey());
  EXPECT_EQ(reference.path, PlanPath{"id"});
}

TEST(PlanReference, has_the_key_of_an_instance) {
  EXPECT_EQ(read("azurerm_subnet.s[2].id").key, InstanceKey(std::int64_t{2}));
  EXPECT_EQ(read(R"(azurerm_subnet.s["a.b/c]"].id)").key, InstanceKey("a.b/c]"));
  EXPECT_EQ(read(R"(azurerm_subnet.s["it's \"odd\""].id)").key, InstanceKey(R"(it's "odd")"));
}

TEST(PlanReference, has_a_path_of_names_and_indexes) {
  const PlanReference reference = read(R"(module.hub["ams"].subnets["gw"].link[0].id)");
  EXPECT_EQ(reference.kind, Kind::Module);
  EXPECT_EQ(reference.name, "hub");
  EXPECT_EQ(reference.key, InstanceKey("ams"));
  EXPECT_EQ(reference.path, (PlanPath{"subnets", "gw", "link", std::int64_t{0}, "id"}));
  EXPECT_EQ(path_text(reference.path), "subnets.gw.link[0].id");
}

TEST(PlanReference, knows_what_is_no_resource) {
  EXPECT_EQ(read("data.azurerm_subnet.s.id").kind, Kind::Data);
  EXPECT_EQ(read("data.azurerm_subnet.s.id").type, "azurerm_subnet");
  EXPECT_EQ(read("var.hub.id").kind, Kind::Variable);
  EXPECT_EQ(read("var.hub.id").path, PlanPath{"id"});
  EXPECT_EQ(read("local.ids").kind, Kind::Local);
  EXPECT_EQ(read("each.value.circuit").kind, Kind::EachValue);
  EXPECT_EQ(read("each.value.circuit").path, PlanPath{"circuit"});
  EXPECT_EQ(read("each.key").kind, Kind::EachKey);
  EXPECT_EQ(read("count.index").kind, Kind::CountIndex);
  EXPECT_EQ(read("path.module").kind, Kind::Other);
  EXPECT_EQ(read("terraform.workspace").kind, Kind::Other);
}

TEST(PlanReference, is_not_read_from_what_is_none) {
  EXPECT_FALSE(parse_reference(""));
  EXPECT_FALSE(parse_reference("each"));
  EXPECT_FALSE(parse_reference("data.azurerm_subnet"));
}

TEST(PlanReference, ends_where_it_is_broken) {
  EXPECT_EQ(read("azurerm_subnet.s[").path, PlanPath());
  EXPECT_EQ(read("azurerm_subnet.s[\"a").path, PlanPath());
  EXPECT_EQ(read("azurerm_subnet.s..id").path, PlanPath());
}

TEST(PlanReference, is_the_longest_of_its_prefixes) {
  const std::vector<std::string_view> references = {
      "azurerm_subnet.s[0].id",  "azurerm_subnet.s[0]",  "azurerm_subnet.s",
      "azurerm_subnet.south.id", "azurerm_subnet.south", "each.key"};
  EXPECT_EQ(longest_references(references),
            (std::vector<std::string_view>{"azurerm_subnet.s[0].id", "azurerm_subnet.south.id",
                                           "each.key"}));
}

}  // namespace
}  // namespace exr
