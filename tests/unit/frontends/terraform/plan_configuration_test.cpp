#include "frontends/terraform/plan_configuration.h"

#include "unit/frontends/terraform/plan_text.h"

namespace exr {
namespace {

constexpr auto kRoot = ConfiguredModuleId::kRoot;

TEST(PlanConfiguration, HoldsTheBlocksOfEveryModule) {
  const auto text = PlanText::of(
      R"("configuration":{"provider_config":{"azurerm.hub":{"name":"azurerm","version_constraint":)"
      R"("~> 4.0","expressions":{"features":[{}]}}},"root_module":{"resources":[{"mode":"managed",)"
      R"("type":"azurerm_subnet","name":"s","provider_config_key":"azurerm.hub","expressions":)"
      R"({"name":{}},"count_expression":{"constant_value":2},"depends_on":["module.m"]},{"mode":)"
      R"("data","type":"azurerm_subnet","name":"s"}],"module_calls":{"m":{"source":"./m",)"
      R"("expressions":{"v":{}},"for_each_expression":{},"module":{"module_calls":{"n":{"source":)"
      R"("./n","module":{"variables":{"w":{}}}}},"variables":{"v":{"default":null,"sensitive":true}},)"
      R"("outputs":{"o":{"expression":{"references":[]},"sensitive":true}}}}}}})");
  ASSERT_TRUE(text.plan) << text.last_message();
  const PlanConfiguration& configuration = text.plan->configuration;
  ASSERT_EQ(configuration.modules.size(), 3U);

  const auto* resource = configuration.find_resource(kRoot, false, "azurerm_subnet", "s");
  ASSERT_NE(resource, nullptr);
  EXPECT_EQ(resource->provider_key, "azurerm.hub");
  EXPECT_EQ(text.at(resource->expressions), R"({"name":{}})");
  EXPECT_EQ(text.at(resource->count_expression), R"({"constant_value":2})");
  EXPECT_FALSE(resource->for_each_expression.valid());
  EXPECT_EQ(resource->depends_on, std::vector<std::string>{"module.m"});
  EXPECT_TRUE(configuration.find_resource(kRoot, true, "azurerm_subnet", "s")->is_data);
  EXPECT_EQ(configuration.find_resource(kRoot, false, "azurerm_subnet", "t"), nullptr);

  const auto* call = configuration.find_call(kRoot, "m");
  ASSERT_NE(call, nullptr);
  EXPECT_EQ(call->source, "./m");
  EXPECT_EQ(text.at(call->expressions), R"({"v":{}})");
  EXPECT_TRUE(call->for_each_expression.valid());
  const auto* variable = configuration.find_variable(call->module, "v");
  ASSERT_NE(variable, nullptr);
  EXPECT_TRUE(variable->sensitive);
  EXPECT_EQ(text.at(variable->default_value), "null");
  const auto* output = configuration.find_output(call->module, "o");
  ASSERT_NE(output, nullptr);
  EXPECT_TRUE(output->sensitive);
  EXPECT_EQ(text.at(output->expression), R"({"references":[]})");
  const auto* inner = configuration.find_call(call->module, "n");
  ASSERT_NE(inner, nullptr);
  EXPECT_NE(configuration.find_variable(inner->module, "w"), nullptr);

  const auto* provider = configuration.find_provider("azurerm.hub");
  ASSERT_NE(provider, nullptr);
  EXPECT_EQ(provider->name, "azurerm");
  EXPECT_EQ(provider->version_constraint, "~> 4.0");
  EXPECT_EQ(text.at(provider->expressions), R"({"features":[{}]})");
}

TEST(PlanConfiguration, FindsBlocksInAnyOrder) {
  const auto text = PlanText::of(
      R"("configuration":{"root_module":{"resources":[{"mode":"managed","type":"b","name":"y"},)"
      R"({"mode":"data","type":"a","name":"x"},{"mode":"managed","type":"b","name":"x"},)"
      R"({"mode":"managed","type":"a","name":"z","provider_config_key":"first"},)"
      R"({"mode":"managed","type":"a","name":"z","provider_config_key":"last"}],)"
      R"("variables":{"z":{},"a":{},"m":{}}}})");
  ASSERT_TRUE(text.plan) << text.last_message();
  const PlanConfiguration& configuration = text.plan->configuration;
  for (const auto& [type, name] : {std::pair{"b", "y"}, {"b", "x"}, {"a", "z"}}) {
    const auto* found = configuration.find_resource(kRoot, false, type, name);
    ASSERT_NE(found, nullptr) << type << name;
    EXPECT_EQ(found->type + found->name, std::string(type) + name);
  }
  EXPECT_EQ(configuration.find_resource(kRoot, false, "a", "z")->provider_key, "last");
  EXPECT_NE(configuration.find_resource(kRoot, true, "a", "x"), nullptr);
  EXPECT_EQ(configuration.find_resource(kRoot, false, "a", "x"), nullptr);
  EXPECT_EQ(configuration.find_resource(kRoot, false, "c", "x"), nullptr);
  for (const char* name : {"a", "m", "z"}) {
    ASSERT_NE(configuration.find_variable(kRoot, name), nullptr) << name;
    EXPECT_EQ(configuration.find_variable(kRoot, name)->name, name);
  }
  EXPECT_EQ(configuration.find_variable(kRoot, "b"), nullptr);
}

TEST(PlanConfiguration, FindsNothingInAModuleThatIsNotThere) {
  const PlanConfiguration none;
  EXPECT_EQ(none.find_module(kRoot), nullptr);
  EXPECT_EQ(none.find_resource(kRoot, false, "a", "b"), nullptr);
  EXPECT_EQ(none.find_call(ConfiguredModuleId::kNone, "a"), nullptr);
  EXPECT_EQ(none.find_output(kRoot, "a"), nullptr);
  EXPECT_EQ(none.find_variable(kRoot, "a"), nullptr);
  EXPECT_EQ(none.find_provider("a"), nullptr);
}

}  // namespace
}  // namespace exr
