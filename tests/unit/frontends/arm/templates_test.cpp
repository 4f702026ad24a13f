#include <gtest/gtest.h>

#include "arm_deployment.h"

namespace exr {
namespace {

std::string resources_of(const std::string& sections) {
  ArmDeployment deployment;
  deployment.expand_sections(sections);
  return deployment.problem_lines() + deployment.resource_lines();
}

std::string output_of(const std::string& sections) {
  ArmDeployment deployment;
  deployment.expand_sections(sections);
  return deployment.problem_lines() + to_json(deployment.graph.outputs().back().value);
}

TEST(ArmTemplates, keep_parameters_and_variables_apart) {
  EXPECT_EQ(output_of(R"("parameters": {"x": {"type": "string", "defaultValue": "p"}},
    "variables": {"X": "v", "name": "x"},
    "outputs": {"o": {"type": "string",
      "value": "[concat(Parameters('X'), variables('x'), parameters(variables('name')))]"}})"),
            R"("pvp")");
}

TEST(ArmTemplates, copy_variables_and_their_properties) {
  EXPECT_EQ(output_of(R"("variables": {
      "copy": [{"name": "list", "count": 2, "input": "[copyIndex('list', 5)]"}],
      "object": {"copy": [{"name": "inner", "count": "[length(variables('list'))]",
        "input": {"copy": [{"name": "deep", "count": 2,
          "input": "[add(variables('list')[copyIndex('inner')], copyIndex('deep'))]"}]}}]}},
    "outputs": {"o": {"type": "object", "value": "[variables('object')]"}})"),
            R"({"inner":[{"deep":[5,6]},{"deep":[6,7]}]})");
}

TEST(ArmTemplates, copy_resources_with_an_offset) {
  EXPECT_EQ(resources_of(R"("resources": [{"type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01", "name": "[format('v{0}', copyIndex(1))]",
      "copy": {"name": "nets", "count": 2},
      "tags": {"index": "[copyIndex('nets')]"}}])"),
            "~/Microsoft.Network/virtualNetworks/v1 {\"tags\":{\"index\":0}}\n"
            "~/Microsoft.Network/virtualNetworks/v2 {\"tags\":{\"index\":1}}\n");
}

TEST(ArmTemplates, copy_for_each_property_of_an_object) {
  EXPECT_EQ(resources_of(R"("variables": {"sites": {"a": 1, "b": 2}},
    "resources": [{"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01",
      "name": "[items(variables('sites'))[copyIndex()].key]",
      "copy": {"name": "nets", "count": "[length(variables('sites'))]"}}])"),
            "~/Microsoft.Network/virtualNetworks/a {}\n"
            "~/Microsoft.Network/virtualNetworks/b {}\n");
}

TEST(ArmTemplates, nest_children) {
  EXPECT_EQ(resources_of(R"("resources": [{"type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01", "name": "v", "condition": true,
      "resources": [{"type": "subnets", "apiVersion": "2024-05-01", "name": "s",
        "properties": {"addressPrefix": "10.0.0.0/24"}}]}])"),
            "~/Microsoft.Network/virtualNetworks/v {}\n"
            "~/Microsoft.Network/virtualNetworks/v/subnets/s "
            "{\"properties\":{\"addressPrefix\":\"10.0.0.0/24\"}}\n");
}

TEST(ArmTemplates, have_symbolic_names) {
  EXPECT_EQ(output_of(R"("languageVersion": "2.0",
    "resources": {
      "old": {"existing": true, "type": "Microsoft.Network/virtualNetworks",
        "apiVersion": "2024-05-01", "name": "old"},
      "net": {"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01",
        "name": "n", "properties": {"flag": 7}, "dependsOn": ["old"]}},
    "outputs": {"o": {"type": "array", "value":
      "[createArray(reference('net').flag, reference('NET', '2024-05-01', 'full').properties.flag,
        reference(resourceId('Microsoft.Network/virtualNetworks', 'n')).flag,
        resourceInfo('net').name)]"}})"),
            R"([7,7,7,"n"])");
}

TEST(ArmTemplates, have_user_functions) {
  EXPECT_EQ(output_of(R"("functions": [{"namespace": "contoso", "members": {"twice": {
      "parameters": [{"name": "text", "type": "string"}],
      "output": {"type": "string",
        "value": "[concat(parameters('text'), parameters('TEXT'))]"}}}}],
    "outputs": {"o": {"type": "string", "value": "[Contoso.Twice('ab')]"}})"),
            R"("abab")");
}

TEST(ArmTemplates, call_inner_templates_with_their_own_names) {
  EXPECT_EQ(output_of(R"("variables": {"x": "outer"}, "resources": [{
      "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "nested",
      "properties": {"mode": "Incremental",
        "expressionEvaluationOptions": {"scope": "inner"},
        "parameters": {"given": {"value": "[variables('x')]"}},
        "template": {"parameters": {"given": {"type": "string"}}, "variables": {"x": "inner"},
          "resources": [], "outputs": {"r": {"type": "string",
            "value": "[concat(parameters('given'), '-', variables('x'))]"}}}}}],
    "outputs": {"o": {"type": "string",
      "value": "[reference(resourceId('Microsoft.Resources/deployments', 'nested'),
        '2022-09-01').outputs.r.value]"}})"),
            R"("outer-inner")");
}

TEST(ArmTemplates, evaluate_outer_templates_with_the_names_around_them) {
  EXPECT_EQ(resources_of(R"("variables": {"x": "outer"}, "resources": [{
      "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01",
      "name": "[format('nested{0}', copyIndex())]", "copy": {"name": "c", "count": 2},
      "resourceGroup": "other", "subscriptionId": "sub",
      "properties": {"mode": "Incremental",
        "template": {"variables": {"x": "inner"},
          "resources": [{"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01",
            "name": "[concat(variables('x'), copyIndex())]",
            "tags": {"group": "[resourceGroup().name]"}}]}}}])"),
            "/subscriptions/sub/resourceGroups/other/providers/Microsoft.Resources/deployments/"
            "nested0 {\"properties\":{\"mode\":\"Incremental\"}}\n"
            "/subscriptions/sub/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/"
            "outer0 {\"tags\":{\"group\":\"{resourceGroup}\"}}\n"
            "/subscriptions/sub/resourceGroups/other/providers/Microsoft.Resources/deployments/"
            "nested1 {\"properties\":{\"mode\":\"Incremental\"}}\n"
            "/subscriptions/sub/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/"
            "outer1 {\"tags\":{\"group\":\"{resourceGroup}\"}}\n");
}

TEST(ArmTemplates, read_linked_templates_by_relative_path) {
  ArmDeployment deployment;
  deployment.files.write("parts/net.json", R"({"contentVersion": "1.0.0.0", "resources": [{
    "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "linked"}]})");
  deployment.expand_sections(R"("resources": [
    {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "a",
      "properties": {"templateLink": {"relativePath": "parts/net.json"}}},
    {"type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "b",
      "properties": {"templateLink": {"uri": "https://example.com/x.json"}}}])");
  EXPECT_EQ(deployment.problem_lines(),
            "UnreadableModule 6:38 {\"uri\": \"https://example.com/x.json\"}\n");
  EXPECT_NE(deployment.resource_lines().find("~/Microsoft.Network/virtualNetworks/linked {}"),
            std::string::npos);
  EXPECT_TRUE(deployment.graph.deployments().front().partial);
}

TEST(ArmTemplates, scope_extension_resources) {
  EXPECT_EQ(resources_of(R"("resources": [{"type": "Microsoft.Authorization/locks",
      "apiVersion": "2020-05-01", "name": "l",
      "scope": "[format('Microsoft.Network/virtualNetworks/{0}', 'v')]"}])"),
            "~/Microsoft.Network/virtualNetworks/v/providers/Microsoft.Authorization/locks/l {}\n");
}

TEST(ArmFiles, are_known_by_what_is_in_them) {
  ArmDeployment deployment;
  deployment.files.write("a.json", R"({"name": "package"})");
  deployment.files.write("b.json", R"({"$schema": "https://schema.management.azure.com/schemas/)"
                                   R"(2019-04-01/deploymentParameters.json#", "parameters": {}})");
  deployment.files.write("c.json",
                         "\xEF\xBB\xBF// text\n{\"$schema\": 'https://schema.management."
                         "azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate"
                         ".json#', \"resources\": [],}");
  deployment.files.write("d.json", R"({"resources": "deploymentTemplate"})");
  EXPECT_EQ(deployment.load("a.json").kind, ArmFile::Kind::Foreign);
  EXPECT_EQ(deployment.load("b.json").kind, ArmFile::Kind::ParameterFile);
  const ArmFile file = deployment.load("c.json");
  ASSERT_EQ(file.kind, ArmFile::Kind::Template);
  EXPECT_EQ(deployment.library.at(file.id).scope, TargetScope::Subscription);
  EXPECT_EQ(deployment.load("d.json").kind, ArmFile::Kind::Foreign);
  EXPECT_EQ(deployment.load("e.json").kind, ArmFile::Kind::Unreadable);
  EXPECT_EQ(deployment.problem_lines(), "UnreadableFile\n");
}

TEST(ArmTemplates, stand_inside_a_template_spec) {
  ArmDeployment deployment;
  deployment.files.write("spec.json", R"({"type": "Microsoft.Resources/templateSpecs/versions",
    "properties": {"mainTemplate": {
      "$schema": "https://x/2018-05-01/subscriptionDeploymentTemplate.json#",
      "contentVersion": "1.0.0.0", "resources": []}}})");
  const ArmFile file = deployment.load("spec.json");
  ASSERT_EQ(file.kind, ArmFile::Kind::Template);
  EXPECT_EQ(deployment.library.at(file.id).scope, TargetScope::Subscription);
}

}  // namespace
}  // namespace exr
