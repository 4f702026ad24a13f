#include "frontends/terraform/plan_instances.h"

#include <gtest/gtest.h>

#include "unit/frontends/terraform/mapped_plan_driver.h"

namespace exr {
namespace {

const std::string kHubCalled =
    R"({"module_calls":{"hub":{"module":{"resources":[)" + block("azurerm_subnet.s", "{}") +
    R"(],"module_calls":{"inner":{"module":{"resources":[)" + block("azurerm_subnet.t", "{}") +
    R"(]}}}}},"empty":{"module":{}}}})";

TEST(PlanInstances, are_found_by_key) {
  const ShortPlan plan({{.address = "azurerm_subnet.s[0]", .after = "{}"},
                        {.address = "azurerm_subnet.s[1]", .after = "{}"},
                        {.address = R"(azurerm_subnet.s["1"])", .after = "{}"}});
  const PlanInstances instances(plan.plan());
  const auto find = [&](const InstanceKey& key) {
    return instances.find(0, false, "azurerm_subnet", "s", key);
  };
  EXPECT_EQ(find(std::int64_t{1}), InstanceId{.index = 1});
  EXPECT_EQ(find("1"), InstanceId{.index = 2});
  EXPECT_FALSE(find({}));
  EXPECT_FALSE(instances.find(0, true, "azurerm_subnet", "s", std::int64_t{1}));
  EXPECT_EQ(instances.find_block(0, false, "azurerm_subnet", "s")->instances.size(), 3U);
  EXPECT_EQ(instances.find_block(0, false, "azurerm_subnet", "t"), nullptr);
}

TEST(PlanInstances, belong_to_instances_of_modules) {
  const ShortPlan plan(
      {{.address = "azurerm_subnet.s", .after = "{}", .module = R"(module.hub["a"])"},
       {.address = "azurerm_subnet.t", .after = "{}", .module = R"(module.hub["b"].module.inner)"}},
      kHubCalled);
  const PlanInstances instances(plan.plan());
  EXPECT_EQ(instances.modules_of(0, "hub").size(), 2U);
  const InstanceId inner = plan.instance(R"(module.hub["b"].module.inner.azurerm_subnet.t)");
  const PlannedModule& module = instances.module(instances.module_of(inner));
  EXPECT_EQ(module.address, R"(module.hub["b"].module.inner)");
  EXPECT_EQ(module.call->name, "inner");
  EXPECT_EQ(instances.module(module.parent).step.key, InstanceKey("b"));
  EXPECT_EQ(instances.block_of(inner)->configured->name, "t");
}

TEST(PlanInstances, have_modules_without_resources_when_they_are_asked_for) {
  const ShortPlan plan({{.address = "azurerm_subnet.s", .after = "{}"}}, kHubCalled);
  PlanInstances instances(plan.plan());
  EXPECT_FALSE(instances.is_module(0, "empty", {}));
  const auto made = instances.find_module(0, "empty", {});
  ASSERT_TRUE(made);
  EXPECT_EQ(instances.module(*made).address, "module.empty");
  EXPECT_EQ(instances.find_module(0, "empty", {}), made);
  EXPECT_FALSE(instances.find_module(0, "nowhere", {}));
}

TEST(PlanInstances, are_those_that_stay) {
  const ShortPlan plan({{.address = "azurerm_subnet.s", .after = "null", .action = "delete"}}, "{}",
                       R"(,"prior_state":{"values":{"root_module":{"resources":[
           {"address":"azurerm_subnet.s","mode":"managed","type":"azurerm_subnet","name":"s","values":{}},
           {"address":"azurerm_subnet.t","mode":"managed","type":"azurerm_subnet","name":"t","values":{}}
         ]}}})");
  const PlanInstances instances(plan.plan());
  EXPECT_FALSE(instances.find(0, false, "azurerm_subnet", "s", {}));
  const auto kept = instances.find(0, false, "azurerm_subnet", "t", {});
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->is_prior);
  EXPECT_EQ(instances.resource(*kept).name, "t");
}

}  // namespace
}  // namespace exr
