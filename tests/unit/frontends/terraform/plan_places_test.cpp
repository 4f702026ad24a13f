#include "frontends/terraform/plan_places.h"

#include <gtest/gtest.h>

#include "unit/frontends/terraform/mapped_plan_driver.h"

namespace exr {
namespace {

class PlanPlacesTest : public testing::Test {
 protected:
  // What the first place of a text in the plan is about.
  std::optional<PlanPlace> at(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(plan_.text().find(text));
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    const Span span{.file = plan_.plan().file, .begin = begin, .end = end};
    return PlanPlaces(plan_.plan()).find(span, plan_.sources(), plan_.limits());
  }

  ShortPlan plan_{
      {{.address = "azurerm_subnet.s", .after = R"({"name":"first"})"},
       {.address = "azurerm_subnet.t",
        .after = R"({"name":"second","sku":[{"tier":"Basic"}]})",
        .after_unknown = R"({"etag":true})"}},
      R"({"resources":[)" +
          block("azurerm_subnet.t", R"({"delegation":[{"to":{"references":["var.delegated"]}}]})") +
          "]}",
      R"(,"variables":{"delegated":{"value":{"deep":"down"}}})"};
};

TEST_F(PlanPlacesTest, are_attributes_of_resources) {
  EXPECT_EQ(at(R"("first")"), (PlanPlace{.index = 0, .path = {"name"}}));
  EXPECT_EQ(at(R"("Basic")"), (PlanPlace{.index = 1, .path = {"sku", std::int64_t{0}, "tier"}}));
  EXPECT_EQ(at(R"("tier")"), (PlanPlace{.index = 1, .path = {"sku", std::int64_t{0}, "tier"}}));
  EXPECT_EQ(at(R"("etag")"), (PlanPlace{.index = 1, .path = {"etag"}}));
}

TEST_F(PlanPlacesTest, are_whole_records) {
  EXPECT_EQ(at(R"({"address":"azurerm_subnet.t")"), (PlanPlace{.index = 1, .path = {}}));
}

TEST_F(PlanPlacesTest, are_expressions_of_blocks) {
  EXPECT_EQ(at(R"("var.delegated")"), (PlanPlace{.kind = PlanPlace::Kind::Block,
                                                 .index = 0,
                                                 .module = ConfiguredModuleId::kRoot,
                                                 .path = {"delegation", std::int64_t{0}, "to"}}));
}

TEST_F(PlanPlacesTest, are_variables) {
  EXPECT_EQ(at(R"("down")"),
            (PlanPlace{.kind = PlanPlace::Kind::Variable, .index = 0, .path = {"deep"}}));
}

TEST_F(PlanPlacesTest, are_nothing_elsewhere) {
  EXPECT_EQ(at(R"("1.2")"), std::nullopt);
  EXPECT_EQ(PlanPlaces(plan_.plan()).find({}, plan_.sources(), plan_.limits()), std::nullopt);
}

}  // namespace
}  // namespace exr
