#include <gtest/gtest.h>

#include "arm_deployment.h"

namespace exr {
namespace {

std::string value_of(const std::string& expression) {
  ArmDeployment deployment;
  const std::string value = deployment.value_of(expression);
  return deployment.problems.empty() ? value : deployment.problem_lines();
}

TEST(ArmExpressions, are_literals_calls_and_parts) {
  EXPECT_EQ(value_of("'it''s'"), R"("it's")");
  EXPECT_EQ(value_of(" -5 "), "-5");
  EXPECT_EQ(value_of("createArray(1, 2)[1]"), "2");
  EXPECT_EQ(value_of("createObject('a', createArray('x')) . a [ 0 ]"), R"("x")");
  EXPECT_EQ(value_of("string(TRUE())"), R"("True")");
  EXPECT_EQ(value_of("null()"), "null");
}

TEST(ArmExpressions, have_functions_in_place_of_operators) {
  EXPECT_EQ(value_of("add(sub(7, 2), mul(2, 3))"), "11");
  EXPECT_EQ(value_of("mod(div(9, 2), 3)"), "1");
  EXPECT_EQ(value_of("and(true(), not(false()), less(1, 2))"), "true");
  EXPECT_EQ(value_of("or(false(), false(), greaterOrEquals(1, 2))"), "false");
  EXPECT_EQ(value_of("equals('a', 'A')"), "false");
  EXPECT_EQ(value_of("coalesce(null(), null(), 3)"), "3");
  EXPECT_EQ(value_of("concat(createArray(1), createArray(2))"), "[1,2]");
}

TEST(ArmExpressions, leave_open_what_only_the_deployment_knows) {
  EXPECT_EQ(value_of("externalInputs('connectivity')"),
            R"j({"$unknown":"externalInputs('connectivity')"})j");
  EXPECT_EQ(value_of("extensions('kubernetes')"), R"j({"$unknown":"extensions('kubernetes')"})j");
  EXPECT_EQ(value_of("deployment().properties.template.contentVersion"), R"("1.0.0.0")");
}

TEST(ArmExpressions, evaluate_one_side_of_a_condition) {
  EXPECT_EQ(value_of("if(true(), 1, div(1, 0))"), "1");
  EXPECT_EQ(value_of("if(false(), div(1, 0), 2)"), "2");
}

TEST(ArmExpressions, read_what_may_not_be_there) {
  EXPECT_EQ(value_of("tryGet(createObject('a', createObject('b', 1)), 'a', 'b')"), "1");
  EXPECT_EQ(value_of("tryGet(createObject(), 'a', 'b')"), "null");
  EXPECT_EQ(value_of("tryGet(createArray(7), 0)"), "7");
  EXPECT_EQ(value_of("tryGet(tryGet(createObject(), 'a'), 'b')"), "null");
  EXPECT_EQ(value_of("tryGet(createObject(), 'a').b"),
            "EvaluationError 2:30 tryGet(createObject(), 'a').b\n");
}

TEST(ArmExpressions, have_lambdas) {
  EXPECT_EQ(value_of("map(createArray(1, 2), lambda('n', add(lambdaVariables('n'), 1)))"), "[2,3]");
  EXPECT_EQ(value_of("filter(createArray(1, 2), lambda('n', greater(lambdaVariables('n'), 1)))"),
            "[2]");
}

TEST(ArmExpressions, report_a_mistake_once_at_its_place) {
  EXPECT_EQ(value_of("add(1, )"), "SyntaxError 2:37 )\n");
  EXPECT_EQ(value_of("concat('a' 'b')"), "SyntaxError 2:41 '\n");
  EXPECT_EQ(value_of("'a"), "SyntaxError 2:30 '\n");
  EXPECT_EQ(value_of("name"), "SyntaxError 2:34 ]\n");
  EXPECT_EQ(value_of("1 2"), "SyntaxError 2:32 2\n");
  EXPECT_EQ(value_of("9223372036854775808"), "IntegerOutOfRange 2:30 9\n");
  EXPECT_EQ(value_of("if(true(), 1)"), "WrongArgumentCount 2:30 if\n");
}

TEST(ArmExpressions, know_the_names_of_the_template) {
  EXPECT_EQ(value_of("variables('nothing')"), "UnknownSymbol 2:40 'nothing'\n");
  EXPECT_EQ(value_of("parameters(concat('no', 'ne'))"),
            "UnknownSymbol 2:30 parameters(concat('no', 'ne'))\n");
  EXPECT_EQ(value_of("copyIndex()"), "UnknownSymbol 2:30 copyIndex()\n");
  EXPECT_EQ(value_of("contoso.none()"), "UnknownFunction 2:30 contoso.none\n");
}

TEST(ArmExpressions, are_placed_behind_escapes) {
  EXPECT_EQ(value_of(R"(concat('\u00e4\"\\', variables('x')))"), "UnknownSymbol 2:61 'x'\n");
}

TEST(ArmExpressions, nest_within_the_limit) {
  std::string deep = "1";
  for (int i = 0; i < 300; ++i) deep = "add(" + deep + ",1)";
  EXPECT_EQ(value_of(deep).substr(0, 14), "LimitExceeded ");
}

TEST(ArmText, begins_with_two_brackets_where_it_means_one) {
  ArmDeployment deployment;
  deployment.expand_sections(
      R"("outputs": {"a": {"type": "string", "value": "[[x]"},)"
      R"( "b": {"type": "string", "value": "[x"}, "c": {"type": "string", "value": "[[x"}})");
  EXPECT_EQ(to_json(deployment.graph.outputs()[0].value), R"("[x]")");
  EXPECT_EQ(to_json(deployment.graph.outputs()[1].value), R"("[x")");
  EXPECT_EQ(to_json(deployment.graph.outputs()[2].value), R"("[[x")");
}

}  // namespace
}  // namespace exr
