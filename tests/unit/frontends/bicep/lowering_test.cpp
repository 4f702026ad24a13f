#include <gtest/gtest.h>

#include "unit/frontends/bicep/bicep_reader.h"

namespace exr {
namespace {

TEST(BicepLowering, target_scope) {
  BicepReader reader;
  EXPECT_EQ(reader.load_text("targetScope = 'managementGroup'\n").scope,
            TargetScope::ManagementGroup);
  EXPECT_EQ(reader.problem_places(), "");
}

TEST(BicepLowering, parameters_with_their_decorators) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "@description('d')\n@allowed(['a', 'b'])\n@minLength(1)\nparam name string = 'a'\n"
      "@secure()\nparam key string?\n");
  ASSERT_EQ(lowered.parameters.size(), 2U);
  const ParameterDeclaration& name = lowered.parameters[0];
  EXPECT_EQ(name.name, "name");
  EXPECT_NE(name.default_value, NodeId::kNone);
  EXPECT_NE(name.constraints.allowed, NodeId::kNone);
  EXPECT_NE(name.constraints.min_length, NodeId::kNone);
  EXPECT_EQ(name.constraints.max_length, NodeId::kNone);
  EXPECT_FALSE(name.constraints.secure);
  EXPECT_EQ(reader.sources.slice(name.span), "param name string = 'a'");
  EXPECT_EQ(reader.sources.slice(name.name_span), "name");
  const ParameterDeclaration& key = lowered.parameters[1];
  EXPECT_TRUE(key.constraints.secure);
  EXPECT_EQ(key.default_value, NodeId::kNone);
  EXPECT_TRUE(lowered.find_type(key.type)->nullable);
  EXPECT_EQ(lowered.find_type(key.type)->kind, Type::Kind::String);
  EXPECT_EQ(reader.problem_places(), "");
}

TEST(BicepLowering, types) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "param a ('x' | 'y')[]\nparam b { p: string\n q: int? }\nparam c [string, int]\nparam d "
      "myType\n"
      "param e resourceInput<'Microsoft.X/y@2024-01-01'>.properties.z[*]\nparam f { *: string "
      "}\nparam g sys.int\n"
      "param h -1 | 2 | null\n@export()\ntype myType = bool\n");
  EXPECT_EQ(reader.problem_places(), "");
  const auto type = [&](std::size_t index) -> const Type& {
    return *lowered.find_type(lowered.parameters[index].type);
  };
  EXPECT_EQ(type(0).kind, Type::Kind::Array);
  EXPECT_EQ(lowered.find_type(type(0).members.at(0))->kind, Type::Kind::Union);
  EXPECT_EQ(lowered.find_type(type(0).members.at(0))->members.size(), 2U);
  ASSERT_EQ(type(1).properties.size(), 2U);
  EXPECT_EQ(type(1).properties[1].name, "q");
  EXPECT_TRUE(lowered.find_type(type(1).properties[1].type)->nullable);
  EXPECT_EQ(type(2).kind, Type::Kind::Tuple);
  EXPECT_EQ(type(2).members.size(), 2U);
  EXPECT_EQ(type(3).kind, Type::Kind::Reference);
  EXPECT_EQ(type(3).name, "myType");
  EXPECT_EQ(type(4).kind, Type::Kind::Any);
  EXPECT_NE(type(5).additional, TypeId::kNone);
  EXPECT_EQ(type(6).kind, Type::Kind::Int);
  EXPECT_EQ(type(7).kind, Type::Kind::Union);
  EXPECT_EQ(lowered.find_type(type(7).members.at(0))->kind, Type::Kind::Literal);
  ASSERT_EQ(lowered.type_declarations.size(), 1U);
  EXPECT_TRUE(lowered.type_declarations[0].exported);
}

TEST(BicepLowering, secure_properties_and_discriminators) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "type t = {\n  @secure()\n  key: string\n  'odd-name': int\n}\n@discriminator('kind')\ntype "
      "u = t | { kind: 'b' }\n");
  EXPECT_EQ(reader.problem_places(), "");
  const Type& object = *lowered.find_type(lowered.type_declarations.at(0).type);
  EXPECT_TRUE(lowered.find_type(object.properties.at(0).type)->constraints.secure);
  EXPECT_EQ(object.properties.at(1).name, "odd-name");
  EXPECT_EQ(lowered.find_type(lowered.type_declarations.at(1).type)->discriminator, "kind");
}

TEST(BicepLowering, resources) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "param on bool\n"
      "resource circuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = if (on) {\n"
      "  name: 'c'\n  scope: resourceGroup()\n  dependsOn: []\n  location: 'x'\n  properties: "
      "{}\n}\n"
      "resource old 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'v'\n}\n"
      "resource peering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = [for (p, i) "
      "in range(0, 2): if (i > 0) {\n"
      "  parent: circuit\n  name: 'p${p}'\n}]\n");
  EXPECT_EQ(reader.problem_places(), "");
  ASSERT_EQ(lowered.resources.size(), 3U);
  const ResourceDeclaration& circuit = lowered.resources[0];
  EXPECT_EQ(circuit.type, "Microsoft.Network/expressRouteCircuits");
  EXPECT_EQ(circuit.api_version, "2024-05-01");
  EXPECT_NE(circuit.condition, NodeId::kNone);
  EXPECT_NE(circuit.name, NodeId::kNone);
  EXPECT_NE(circuit.scope, NodeId::kNone);
  EXPECT_NE(circuit.depends_on, NodeId::kNone);
  EXPECT_EQ(lowered.tree.node(circuit.body).child_count, 2U) << "location and properties remain";
  EXPECT_FALSE(circuit.existing);
  EXPECT_TRUE(lowered.resources[1].existing);
  const ResourceDeclaration& peering = lowered.resources[2];
  ASSERT_TRUE(peering.loop);
  EXPECT_EQ(peering.loop->item, "p");
  EXPECT_EQ(peering.loop->index, "i");
  EXPECT_NE(peering.condition, NodeId::kNone);
  EXPECT_NE(peering.parent, NodeId::kNone);
}

TEST(BicepLowering, nested_resources_stand_behind_their_parent) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'v'\n"
      "  @batchSize(1)\n  resource s 'subnets' = {\n    name: 's'\n"
      "    resource deep 'x@2020-01-01' = {\n      name: s.name\n    }\n  }\n  tags: { a: s.id "
      "}\n}\n"
      "output id string = v::s::deep.id\noutput wrong string = v::t.id\n");
  EXPECT_EQ(reader.problem_places(), "UnknownSymbol main.bicep:13:23\n");
  ASSERT_EQ(lowered.resources.size(), 3U);
  EXPECT_EQ(lowered.resources[1].nested_in, 0U);
  EXPECT_EQ(lowered.resources[1].type, "subnets");
  EXPECT_EQ(lowered.resources[2].nested_in, 1U);
  EXPECT_EQ(lowered.resources[2].api_version, "2020-01-01");
}

TEST(BicepLowering, functions_variables_and_outputs) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "@export()\nvar a = 1\nvar b int[] = [2]\nfunc f(x string, y int) string =>\n  '${x}${y}'\n"
      "@secure()\noutput o string = f('a', a)\n");
  EXPECT_EQ(reader.problem_places(), "");
  EXPECT_TRUE(lowered.variables.at(0).exported);
  EXPECT_FALSE(lowered.variables.at(1).exported);
  const FunctionDeclaration& function = lowered.functions.at(0);
  EXPECT_EQ(function.parameters.at(0).name, "x");
  EXPECT_EQ(function.parameters.at(1).name, "y");
  EXPECT_EQ(lowered.find_type(function.parameters.at(1).type)->kind, Type::Kind::Int);
  EXPECT_EQ(lowered.find_type(function.type)->kind, Type::Kind::String);
  EXPECT_TRUE(lowered.outputs.at(0).constraints.secure);
}

TEST(BicepLowering, duplicates_are_left_out) {
  BicepReader reader;
  const Template& lowered =
      reader.load_text("param a string\nvar a = 1\noutput a string = 'x'\noutput a string = 'y'\n");
  EXPECT_EQ(reader.problem_places(),
            "DuplicateSymbol main.bicep:2:5\nDuplicateSymbol main.bicep:4:8\n");
  EXPECT_EQ(lowered.parameters.size(), 1U);
  EXPECT_TRUE(lowered.variables.empty());
  EXPECT_EQ(lowered.outputs.size(), 1U);
}

TEST(BicepLowering, decorators_are_checked) {
  BicepReader reader;
  reader.load_text(
      "@secured()\nparam a string\n@minLength()\nparam b string\n@sys.maxLength(3)\nparam c "
      "string\n");
  EXPECT_EQ(reader.problem_places(),
            "UnknownFunction main.bicep:1:2\nWrongArgumentCount main.bicep:3:2\n");
  EXPECT_EQ(reader.problems[0].message,
            "there is no decorator `@secured`; did you mean `@secure`?");
}

TEST(BicepLowering, a_broken_statement_does_not_lose_the_others) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "param a string\nparam = 3\nprovider x\nparam b string\nvar c = notDeclared\n");
  EXPECT_EQ(reader.problem_places(), "SyntaxError main.bicep:2:7\nSyntaxError main.bicep:3:1\n")
      << "an unknown name may be what a broken statement declares";
  EXPECT_TRUE(lowered.partial);
  ASSERT_EQ(lowered.parameters.size(), 2U);
  EXPECT_EQ(lowered.parameters[1].name, "b");
}

TEST(BicepLowering, statements_of_the_other_kind_of_file) {
  BicepReader reader;
  reader.load_text("using 'a.bicep'\nparam b = 1\nparam c int\n");
  EXPECT_EQ(reader.problem_places(), "SyntaxError main.bicep:1:1\nSyntaxError main.bicep:2:7\n");
}

TEST(BicepLowering, no_array_or_object_in_a_hole) {
  BicepReader reader;
  reader.load_text(
      "var a = '${[1]}'\nvar b = '${string({ c: 1 })}'\n"
      "var d = '${string(map([], e => { f: e }))}'\nvar g = '${string(map(a, e => { f: e }))}'\n");
  EXPECT_EQ(reader.problem_places(),
            "SyntaxError main.bicep:1:12\nSyntaxError main.bicep:2:19\n"
            "SyntaxError main.bicep:3:23\n");
}

TEST(BicepLowering, an_unreadable_member_leaves_its_object_open) {
  BicepReader reader;
  const Template& lowered =
      reader.load_text("var a = {\n  b: 1\n  {\n    c: 2\n  }\n  d: 3\n}\nvar e = 1\n");
  EXPECT_EQ(reader.problem_places(), "SyntaxError main.bicep:3:3\n");
  EXPECT_EQ(lowered.variables.back().name, "e");
}

TEST(BicepLowering, byte_order_mark_and_carriage_returns) {
  BicepReader reader;
  const Template& lowered = reader.load_text(
      "\xEF\xBB\xBFparam a string\r\n\r\nvar b = {\r\n  c: a\r\n}\r\nvar d = x\r\n");
  EXPECT_EQ(reader.problem_places(), "UnknownSymbol main.bicep:6:9\n");
  EXPECT_EQ(lowered.variables.size(), 2U);
}

TEST(BicepLowering, deep_brackets_are_one_problem) {
  BicepReader reader;
  const Template& lowered =
      reader.load_text("var a = " + std::string(10'000, '[') + std::string(10'000, ']') + "\n");
  EXPECT_EQ(reader.problem_places(), "LimitExceeded main.bicep:1:265\n");
  EXPECT_TRUE(lowered.partial);
}

}  // namespace
}  // namespace exr
