#include "frontends/terraform/plan_reader.h"

#include "unit/frontends/terraform/plan_text.h"

namespace exr {
namespace {

std::string change(const std::string& name, const std::string& actions,
                   const std::string& more = "") {
  return R"({"address":"azurerm_subnet.)" + name +
         R"(","mode":"managed","type":"azurerm_subnet","name":")" + name + R"(",)" + more +
         R"("change":{"actions":)" + actions +
         R"(,"before":null,"after":{"name":"x"},"after_unknown":{"id":true},"after_sensitive":{}}})";
}

TEST(PlanReader, ReadsResourceChanges) {
  const auto text = PlanText::of(R"("resource_changes":[)" + change("a", R"(["create"])") + "," +
                                 change("b", R"(["no-op"])", R"("index":"it's \"odd\"",)") + "," +
                                 change("c", R"(["update"])", R"("index":7,)") + "]");
  ASSERT_TRUE(text.plan) << text.last_message();
  EXPECT_EQ(text.plan->kind, Plan::Kind::Plan);
  EXPECT_EQ(text.plan->format_version, "1.2");
  EXPECT_EQ(text.plan->terraform_version, "1.11.4");
  EXPECT_FALSE(text.plan->is_partial);
  ASSERT_EQ(text.plan->resources.size(), 3U);
  const PlannedResource& first = text.plan->resources[0];
  EXPECT_EQ(first.address, "azurerm_subnet.a");
  EXPECT_EQ(first.type, "azurerm_subnet");
  EXPECT_EQ(first.name, "a");
  EXPECT_FALSE(first.is_data);
  EXPECT_EQ(first.key, InstanceKey());
  EXPECT_EQ(text.at(first.span), change("a", R"(["create"])"));
  EXPECT_EQ(text.at(first.before), "null");
  EXPECT_EQ(text.at(first.after), R"({"name":"x"})");
  EXPECT_EQ(text.at(first.after_unknown), R"({"id":true})");
  EXPECT_EQ(text.at(first.after_sensitive), "{}");
  EXPECT_EQ(text.plan->resources[1].key, InstanceKey(std::string("it's \"odd\"")));
  EXPECT_EQ(text.plan->resources[2].key, InstanceKey(std::int64_t{7}));
}

PlannedAction action_of(const std::string& actions, const std::string& more = "") {
  const auto text = PlanText::of(R"("resource_changes":[)" + change("a", actions, more) + "]");
  EXPECT_EQ(text.last_message(), "");
  return text.plan->resources.at(0).action;
}

TEST(PlanReader, TellsActions) {
  EXPECT_EQ(action_of(R"(["no-op"])"), PlannedAction::NoOp);
  EXPECT_EQ(action_of(R"(["create"])"), PlannedAction::Create);
  EXPECT_EQ(action_of(R"(["read"])"), PlannedAction::Read);
  EXPECT_EQ(action_of(R"(["update"])"), PlannedAction::Update);
  EXPECT_EQ(action_of(R"(["delete"])"), PlannedAction::Delete);
  EXPECT_EQ(action_of(R"(["forget"])"), PlannedAction::Forget);
  EXPECT_EQ(action_of(R"(["delete","create"])"), PlannedAction::Replace);
  EXPECT_EQ(action_of(R"(["create","delete"])"), PlannedAction::Replace);
  EXPECT_EQ(action_of(R"(["create"])", R"("deposed":"0a1b",)"), PlannedAction::Delete);
}

TEST(PlanReader, TellsModuleInstances) {
  const auto text = PlanText::of(
      R"("resource_changes":[)" +
      change("a", R"(["create"])", R"("module_address":"module.hub[\"a.b[0]\"].module.er[2]",)") +
      "," + change("b", R"(["create"])") + "," +
      change("c", R"(["create"])", R"("module_address":"module.hub[\"a.b[0]\"].module.er[2]",)") +
      "]");
  ASSERT_TRUE(text.plan);
  ASSERT_EQ(text.plan->modules.size(), 2U);
  EXPECT_EQ(text.plan->modules[0].address, "");
  EXPECT_EQ(text.plan->resources[0].module, 1U);
  EXPECT_EQ(text.plan->resources[1].module, 0U);
  EXPECT_EQ(text.plan->resources[2].module, 1U);
  const std::vector<ModuleStep> steps = {{"hub", std::string("a.b[0]")}, {"er", std::int64_t{2}}};
  EXPECT_EQ(text.plan->modules[1].steps, steps);
}

TEST(PlanReader, ReadsVariablesAndOutputs) {
  const auto text = PlanText::of(
      R"("variables":{"asn":{"value":65002},"none":{}},"planned_values":{"outputs":{"id":)"
      R"({"sensitive":true,"type":"string","value":"x"},"later":{"sensitive":false}},)"
      R"("root_module":{"resources":[{"address":"azurerm_subnet.a"}]}})");
  ASSERT_TRUE(text.plan) << text.last_message();
  ASSERT_EQ(text.plan->variables.size(), 2U);
  EXPECT_EQ(text.plan->variables[0].name, "asn");
  EXPECT_EQ(text.at(text.plan->variables[0].value), "65002");
  EXPECT_FALSE(text.plan->variables[1].value.valid());
  ASSERT_EQ(text.plan->outputs.size(), 2U);
  EXPECT_TRUE(text.plan->outputs[0].sensitive);
  EXPECT_EQ(text.at(text.plan->outputs[0].value), "\"x\"");
  EXPECT_FALSE(text.plan->outputs[1].value.valid());
  EXPECT_TRUE(text.plan->resources.empty());
}

TEST(PlanReader, ReadsThePriorState) {
  const auto text = PlanText::of(
      R"("prior_state":{"format_version":"1.0","values":{"outputs":{"o":{"value":1}},"root_module":)"
      R"({"resources":[{"address":"data.azurerm_subnet.s","mode":"data","type":"azurerm_subnet",)"
      R"("name":"s","values":{"id":"/x"},"sensitive_values":{}}],"child_modules":[{"resources":[)"
      R"({"address":"module.m[\"k\"].azurerm_subnet.t[1]","mode":"managed","type":)"
      R"("azurerm_subnet","name":"t","index":1,"values":{}}],"address":"module.m[\"k\"]"}]}}})");
  ASSERT_TRUE(text.plan) << text.last_message();
  EXPECT_TRUE(text.plan->resources.empty());
  EXPECT_TRUE(text.plan->outputs.empty());
  ASSERT_EQ(text.plan->prior.size(), 2U);
  EXPECT_TRUE(text.plan->prior[0].is_data);
  EXPECT_EQ(text.plan->prior[0].module, 0U);
  EXPECT_EQ(text.at(text.plan->prior[0].after), R"({"id":"/x"})");
  EXPECT_FALSE(text.plan->prior[1].is_data);
  EXPECT_EQ(text.plan->modules.at(text.plan->prior[1].module).address, "module.m[\"k\"]");
}

TEST(PlanReader, ReadsAState) {
  const auto text = PlanText::of(
      R"("values":{"outputs":{"o":{"sensitive":false,"value":"v"}},"root_module":{"resources":[)"
      R"({"address":"azurerm_subnet.s","mode":"managed","type":"azurerm_subnet","name":"s",)"
      R"("values":{"name":"n"},"sensitive_values":{"name":true}}]}})");
  ASSERT_TRUE(text.plan) << text.last_message();
  EXPECT_EQ(text.plan->kind, Plan::Kind::State);
  ASSERT_EQ(text.plan->resources.size(), 1U);
  EXPECT_EQ(text.plan->resources[0].action, PlannedAction::NoOp);
  EXPECT_EQ(text.at(text.plan->resources[0].after), R"({"name":"n"})");
  EXPECT_EQ(text.at(text.plan->resources[0].after_sensitive), R"({"name":true})");
  ASSERT_EQ(text.plan->outputs.size(), 1U);
}

TEST(PlanReader, ReadsPlansWithoutChanges) {
  const auto text = PlanText::of(R"("planned_values":{"root_module":{}},"configuration":{})");
  ASSERT_TRUE(text.plan) << text.last_message();
  EXPECT_EQ(text.plan->kind, Plan::Kind::Plan);
  EXPECT_TRUE(text.plan->resources.empty());
  EXPECT_TRUE(text.problems.empty());
}

TEST(PlanReader, TellsPartialPlans) {
  EXPECT_TRUE(PlanText::of(R"("errored":true)").plan->is_partial);
  EXPECT_TRUE(PlanText::of(R"("complete":false)").plan->is_partial);
  EXPECT_FALSE(
      PlanText::of(R"("errored":false,"complete":true,"applyable":false)").plan->is_partial);
}

TEST(PlanReader, LeavesOutOddRecords) {
  for (
      const auto& [record, message] : {
          std::pair<std::string, std::string>{
              R"({"address":"a.b","mode":"managed","type":7,"name":"b","change":{"actions":["create"]}})",
              "`a.b` has a `type` that is no string; it is left out"},
          {change("x", R"(["explode"])"),
           "`azurerm_subnet.x` has the unknown actions `explode`; it is left out"},
          {R"({"address":"a.b","mode":"managed","type":"a","name":"b"})",
           "`a.b` has no `change`; it is left out"},
          {R"({"mode":"managed","change":{"actions":["create"]}})",
           "this resource has no `address`, `type` or `name`; it is left out"},
          {change("x", R"(["create"])", R"("module_address":"hub",)"),
           "`azurerm_subnet.x` stands in `hub`, which is no module instance; it is left out"},
          {change("x", R"(["create"])", R"("index":1.5,)"),
           "`azurerm_subnet.x` has an `index` that is neither a string nor a whole number; it is "
           "left out"},
          {change("x", R"(["create"])", R"("mode":"manual",)"),
           "`azurerm_subnet.x` has the unknown mode `manual`; it is left out"},
      }) {
    const auto text = PlanText::of(R"("resource_changes":[)" + record + "," +
                                   change("good", R"(["create"])") + "]");
    ASSERT_TRUE(text.plan);
    EXPECT_EQ(text.last_message(), message);
    EXPECT_EQ(text.problems.size(), 1U);
    EXPECT_EQ(text.at(text.problems.at(0).span), record);
    ASSERT_EQ(text.plan->resources.size(), 1U) << record;
    EXPECT_EQ(text.plan->resources[0].name, "good");
    EXPECT_TRUE(text.plan->is_partial);
  }
}

TEST(PlanReader, SaysWhyAFileIsNoPlan) {
  const auto message = [](const std::string& text) {
    const PlanText read(text);
    EXPECT_FALSE(read.plan);
    EXPECT_EQ(read.problems.size(), 1U);
    return read.last_message();
  };
  const std::string stranger =
      "this is neither a Terraform plan nor a state: it has no `format_version`; `terraform show "
      "-json tfplan > plan.json` writes a plan as JSON";
  EXPECT_EQ(message("[]"), stranger);
  EXPECT_EQ(message(R"({"a":1})"), stranger);
  EXPECT_EQ(message(""), "the text ends before the JSON value is complete, as if it was cut off");
  EXPECT_EQ(message(R"({"format_version":"1.2","resource_changes":"x"})"),
            "`resource_changes` is a string where Terraform writes an array");
  EXPECT_EQ(message(R"({"format_version":"2.0"})"),
            "the plan has format version `2.0`; exrlint reads version 1, which Terraform 1 writes");
  EXPECT_EQ(message(R"({"format_version":1})"),
            "`format_version` is a number where Terraform writes a string");
  EXPECT_EQ(message(R"({"format_version":"1.2","configuration":{"root_module":[)"),
            "`root_module` is an array where Terraform writes an object");
}

TEST(PlanReader, LimitsResourcesAndSize) {
  Limits limits;
  limits.resources = 1;
  const std::string text = R"({"format_version":"1.2","resource_changes":[)" +
                           change("a", R"(["create"])") + "," + change("b", R"(["create"])") + "]}";
  const PlanText many(text, limits);
  EXPECT_FALSE(many.plan);
  ASSERT_EQ(many.problems.size(), 1U);
  EXPECT_EQ(many.problems[0].kind, ProblemKind::LimitExceeded);
  EXPECT_EQ(many.problems[0].message, "more than 1 resources (limit `resources`)");
  limits.plan_file_size = 10;
  const PlanText large(text, limits);
  EXPECT_FALSE(large.plan);
  EXPECT_EQ(large.last_message(), "the plan has more than 10 bytes (limit `plan_file_size`)");
}

TEST(PlanReader, ReadsTheLastOfRepeatedFields) {
  const auto text = PlanText::of(R"("resource_changes":[)" + change("a", R"(["create"])") +
                                 R"(],"resource_changes":[)" + change("b", R"(["create"])") + "]");
  ASSERT_TRUE(text.plan);
  ASSERT_EQ(text.plan->resources.size(), 1U);
  EXPECT_EQ(text.plan->resources[0].name, "b");
}

}  // namespace
}  // namespace exr
