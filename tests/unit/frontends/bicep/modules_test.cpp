#include <gtest/gtest.h>

#include "bicep_deployment.h"

namespace exr {
namespace {

constexpr const char* kTable = R"(
param name string
param tags object = {}
resource table 'Microsoft.Network/routeTables@2024-05-01' = { name: name, tags: tags }
output id string = table.id
output group string = resourceGroup().name
)";

TEST(Modules, have_an_instance_for_each_call) {
  BicepDeployment made;
  made.files.write("table.bicep", kTable);
  made.expand_text(R"(
module tables 'table.bicep' = [for (name, i) in ['a', 'b', 'c']: if (name != 'b') {
  name: 't${i}'
  params: { name: 'rt-${name}' }
}]
output last string = tables[2].outputs.id
)");
  EXPECT_EQ(made.resource_lines(),
            "tables[0] ~/Microsoft.Resources/deployments/t0\n"
            "tables[0]/table ~/Microsoft.Network/routeTables/rt-a\n"
            "tables[2] ~/Microsoft.Resources/deployments/t2\n"
            "tables[2]/table ~/Microsoft.Network/routeTables/rt-c\n");
  EXPECT_EQ(made.output_text("last"), "\"~/Microsoft.Network/routeTables/rt-c\"");
}

TEST(Modules, tell_unknown_parameters_of_different_calls_apart) {
  BicepDeployment made;
  made.files.write("table.bicep",
                   "param name string?\nparam other string = utcNow()\n"
                   "param list array\noutput list array = list\n");
  made.expand_text(R"(
param list array
module one 'table.bicep' = { name: 'one', params: { ...list[0] } }
module two 'table.bicep' = { name: 'two', params: { list: list } }
output one array = one.outputs.list
output two array = two.outputs.list
)");
  EXPECT_EQ(canonical_text(made.output("one")), "param:one.list");
  EXPECT_EQ(canonical_text(made.output("two")), "param:list");
}

TEST(Modules, go_where_their_scope_says) {
  BicepDeployment made;
  made.place.subscription_id = "s1";
  made.place.resource_group = "rg";
  made.files.write("table.bicep", kTable);
  made.expand_text(R"(
param target string
module there 'table.bicep' = {
  name: 'there'
  scope: resourceGroup('s2', 'rg2')
  params: { name: 'rt' }
}
module somewhere 'table.bicep' = {
  name: 'somewhere'
  scope: resourceGroup(target)
  params: { name: 'rt' }
}
output group string = there.outputs.group
)");
  EXPECT_EQ(made.resource("there/table").id_text,
            "/subscriptions/s2/resourceGroups/rg2/providers/Microsoft.Network/routeTables/rt");
  EXPECT_EQ(made.resource("somewhere/table").id_text,
            "/subscriptions/s1/resourceGroups/${param:target}/providers/"
            "Microsoft.Network/routeTables/rt");
  EXPECT_EQ(made.output_text("group"), "\"rg2\"");
}

TEST(Modules, hand_their_conditions_down) {
  BicepDeployment made;
  made.files.write("table.bicep", kTable);
  made.files.write("middle.bicep", R"(
param open bool
module inner 'table.bicep' = if (open) { name: 'inner', params: { name: 'rt' } }
)");
  made.expand_text(R"(
param wanted bool
param open bool
module outer 'middle.bicep' = if (wanted) { name: 'outer', params: { open: open } }
)");
  const Resource& table = made.resource("outer/inner/table");
  EXPECT_EQ(table.deployed, Truth::Unknown);
  EXPECT_EQ(canonical_text(table.condition), "and(param:wanted,param:open)");
}

TEST(Modules, that_cannot_be_read_leave_their_outputs_unknown) {
  BicepDeployment made;
  made.expand_text(R"(
module gone 'gone.bicep' = { name: 'gone' }
output id string = gone.outputs.id
)");
  EXPECT_EQ(made.problem_places(), "UnreadableModule main.bicep:2:13\n");
  EXPECT_EQ(made.output("id").as_unknown().reason, UnknownReason::UnreadableModule);
  EXPECT_EQ(canonical_text(made.output("id")), "gone.outputs.id");
  EXPECT_TRUE(made.graph.is_partial());
}

TEST(Modules, report_arguments_that_do_not_fit_once_for_all_calls) {
  BicepDeployment made;
  made.files.write("table.bicep", kTable);
  made.expand_text(
      "module tables 'table.bicep' = [for i in range(0, 3): {\n"
      "  name: 't${i}'\n"
      "  params: {\n"
      "    tags: 'none'\n"
      "    nam: 'x'\n"
      "  }\n"
      "}]\n");
  EXPECT_EQ(made.problem_places(),
            "UnknownParameter main.bicep:5:5\n"
            "MissingArgument main.bicep:1:8\n"
            "WrongParameterType main.bicep:4:11\n");
}

TEST(Modules, call_each_other_no_deeper_than_allowed) {
  BicepDeployment made;
  made.limits.module_depth = 3;
  made.files.write("c.bicep", "output o string = 'c'\n");
  made.files.write("b.bicep",
                   "module c 'c.bicep' = { name: 'c' }\noutput o string = c.outputs.o\n");
  made.files.write("a.bicep",
                   "module b 'b.bicep' = { name: 'b' }\noutput o string = b.outputs.o\n");
  made.expand_text("module a 'a.bicep' = { name: 'a' }\noutput o string = a.outputs.o\n");
  EXPECT_TRUE(made.output("o").is_unknown());
  EXPECT_NE(made.problem_places().find("LimitExceeded"), std::string::npos);
}

TEST(Imports, are_evaluated_in_their_own_file) {
  BicepDeployment made;
  made.files.write("shared.bicep", R"(
var base = 'b'
@export()
var names = ['${base}-1']
@export()
func twice(x string) string => '${once(x)}${once(x)}'
func once(x string) string => '<${x}>'
)");
  made.expand_text(R"(
import { names as all, twice } from 'shared.bicep'
import * as shared from 'shared.bicep'
var base = 'mine'
output one string = all[0]
output two string = '${twice(base)}${shared.twice(shared.names[0])}'
)");
  EXPECT_EQ(made.output_text("one"), "\"b-1\"");
  EXPECT_EQ(made.output_text("two"), "\"<mine><mine><b-1><b-1>\"");
  EXPECT_EQ(made.problem_places(), "");
}

TEST(Functions, that_call_themselves_are_a_cycle) {
  BicepDeployment made;
  made.expand_text(
      "func f(x int) int => g(x)\n"
      "func g(x int) int => f(x)\n"
      "output o int = f(1)\n");
  EXPECT_EQ(made.problem_places(), "CyclicReference main.bicep:2:22\n");
}

struct IdCase {
  const char* expression;
  const char* id;
};

TEST(Functions, of_ids_name_what_azure_names) {
  const IdCase cases[] = {
      {"resourceId('A.B/c', 'n')", "/subscriptions/s/resourceGroups/g/providers/A.B/c/n"},
      {"resourceId('g2', 'A.B/c', 'n')", "/subscriptions/s/resourceGroups/g2/providers/A.B/c/n"},
      {"resourceId('s2', 'g2', 'A.B/c/d', 'n', 'm')",
       "/subscriptions/s2/resourceGroups/g2/providers/A.B/c/n/d/m"},
      {"subscriptionResourceId('A.B/c', 'n')", "/subscriptions/s/providers/A.B/c/n"},
      {"subscriptionResourceId('s2', 'A.B/c', 'n')", "/subscriptions/s2/providers/A.B/c/n"},
      {"tenantResourceId('A.B/c', 'n')", "/providers/A.B/c/n"},
      {"extensionResourceId(resourceGroup().id, 'A.B/c', 'n')",
       "/subscriptions/s/resourceGroups/g/providers/A.B/c/n"},
      {"managementGroupResourceId('mg', 'A.B/c', 'n')",
       "/providers/Microsoft.Management/managementGroups/mg/providers/A.B/c/n"},
      {"subscription().id", "/subscriptions/s"},
      {"tenant().tenantId", "t"},
      {"environment().suffixes.storage", "core.windows.net"},
  };
  for (const IdCase& one : cases) {
    BicepDeployment made;
    made.place = {.tenant_id = "t",
                  .management_group = "mg",
                  .subscription_id = "s",
                  .resource_group = "g",
                  .location = "uksouth"};
    made.expand_text(std::string("output o string = ") + one.expression + "\n");
    EXPECT_EQ(made.output_text("o"), "\"" + std::string(one.id) + "\"") << one.expression;
    EXPECT_EQ(made.problem_places(), "") << one.expression;
  }
}

}  // namespace
}  // namespace exr
