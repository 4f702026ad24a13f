#include <gtest/gtest.h>

#include "arm_deployment.h"
#include "value/containers.h"
#include "value/trail.h"

namespace exr {
namespace {

struct ArmParameters : ArmDeployment {
  /// `name=value` of each argument of a parameter file, `!` behind a secret.
  std::string arguments_of(const std::string& text) {
    files.write("main.parameters.json", text);
    const auto id =
        load_arm_parameters("main.parameters.json", {files, sources, limits, library, problems});
    if (!id) return "unreadable";
    std::string lines;
    for (const Argument& argument : evaluate_parameter_file(library, *id, limits, problems)) {
      lines += argument.name + "=" + canonical_text(argument.value) +
               (is_secure(argument.value.trail()) ? "!" : "") + "\n";
    }
    return lines;
  }
};

TEST(ArmParameters, are_values_secrets_and_expressions) {
  ArmParameters made;
  EXPECT_EQ(made.arguments_of(R"({
    "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
    "contentVersion": "1.0.0.0",
    "parameters": {
      "name": { "value": "er-ams" },
      "brackets": { "value": "[not('evaluated')]" },
      "escaped": { "value": { "[[a]": "[[b]", "copy": [{ "name": "x", "count": 1, "input": 2 }] } },
      "share": { "value": 0.5 },
      "key": { "reference": { "keyVault": { "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v" }, "secretName": "psk" } },
      "vlan": { "expression": "[add(int(externalInputs('cli_0')), 1)]" },
      "site": { "expression": "[toUpper('ams')]" }
    },
    "externalInputDefinitions": { "cli_0": { "kind": "sys.cli", "config": "vlan" } }
  })"),
            "name='er-ams'\n"
            "brackets='[not(''evaluated'')]'\n"
            "escaped={[[a]:'[[b]',copy:[{name:'x',count:1,input:2}]}\n"
            "share=0.5\n"
            "key=getSecret('/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/"
            "v','psk')!\n"
            "vlan=add(int(externalInput('sys.cli','vlan')),1)\n"
            "site='AMS'\n");
  EXPECT_EQ(made.problem_lines(), "");
}

TEST(ArmParameters, may_stand_alone) {
  ArmParameters made;
  EXPECT_EQ(made.arguments_of(R"({ "name": { "value": "er-ams" }, "tags": { "value": null } })"),
            "name='er-ams'\ntags=null\n");
}

TEST(ArmParameters, are_told_where_they_are_wrong) {
  ArmParameters made;
  EXPECT_EQ(made.arguments_of("{\n\"name\": \"er-ams\",\n\"site\": { \"values\": 1 }\n}"), "");
  EXPECT_EQ(made.problem_lines(), "SyntaxError 2:1 \"name\"\nSyntaxError 3:1 \"site\"\n");
  EXPECT_EQ(made.arguments_of("[]"), "");
}

}  // namespace
}  // namespace exr
