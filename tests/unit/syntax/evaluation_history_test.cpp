// Where values stand and what they came from, which case is tried, and where evaluation stops.

#include <gtest/gtest.h>

#include <memory>

#include "unit/syntax/evaluation_host.h"
#include "value/containers.h"

namespace exr {
namespace {

// `value` as parameter `name` brings it.
Value through_parameter(Value value, std::string_view name, bool secure = false) {
  Trail step;
  step.kind = Trail::Kind::Parameter;
  step.name = name;
  step.given = Given::File;
  step.secure = secure;
  return value.with_trail(TrailPointer::make(std::move(step)));
}

Value object_with(std::string_view name, Value value, Span place) {
  Object object;
  object.set(std::string(name), std::move(value));
  return Value::object(std::move(object), place);
}

class EvaluationHistory : public testing::Test {
 protected:
  EvaluationHost templates{kTemplateDialect};
  EvaluationHost rules{kRuleDialect};
  const Span place = templates.place;
};

TEST_F(EvaluationHistory, ATemplatesValueMovesToItsUse) {
  templates.set("v", Value::string("x", place));
  const Value value = templates.evaluate("[v][0]");
  EXPECT_EQ(value.origin(), (Span{FileId{0}, 0, 6}));
  ASSERT_NE(value.trail(), nullptr);
  EXPECT_EQ(value.trail()->kind, Trail::Kind::Literal);
  EXPECT_EQ(value.trail()->span, place);
}

TEST_F(EvaluationHistory, ARulesValueStaysWhereItWasWritten) {
  rules.set("v", object_with("a", Value::string("x", place), {}));
  EXPECT_EQ(rules.evaluate("v.a").origin(), place);
  EXPECT_EQ(rules.evaluate("true ? v.a : 1").origin(), place);
  EXPECT_EQ(rules.evaluate("res.location").origin(), place);
  EXPECT_FALSE(rules.evaluate("'x'").origin().valid());
  EXPECT_FALSE(rules.evaluate("toUpper(v.a)").origin().valid());
}

TEST_F(EvaluationHistory, ALiteralStandsWhereItIsWritten) {
  const Value value = templates.evaluate("{ a: 'x' }.a");
  EXPECT_EQ(value.trail()->span, (Span{FileId{0}, 5, 8}));
  EXPECT_EQ(templates.evaluate("1 + 2").origin(), (Span{FileId{0}, 0, 5}));
  EXPECT_EQ(templates.evaluate("'a'").trail(), nullptr);
}

TEST_F(EvaluationHistory, APartOfAParameterCameThroughIt) {
  templates.set("p", through_parameter(object_with("a", Value::string("x", place), {}), "p", true));
  for (const char* text : {"p.a", "p['a']", "'${p.a}'", "p.a == 'y'", "[for x in [p.a]: x][0]",
                           "true ? p.a : ''", "p.?a ?? ''", "{ ...p }.a", "toUpper(p.a)"}) {
    EXPECT_TRUE(is_secure(templates.evaluate(text).trail())) << text;
  }
  EXPECT_EQ(templates.evaluate("p.a").trail()->name, "p");
}

TEST_F(EvaluationHistory, AParametersPartKeepsWhatItHadBefore) {
  const Value inner = through_parameter(Value::string("x", place), "inner");
  templates.set("outer", through_parameter(object_with("a", inner, {}), "outer"));
  const TrailPointer trail = templates.evaluate("outer.a").trail();
  ASSERT_EQ(trail->name, "outer");
  ASSERT_EQ(trail->from.size(), 1U);
  EXPECT_EQ(trail->from[0]->name, "inner");
}

TEST_F(EvaluationHistory, AMessageHoldsNoSecret) {
  templates.set("p", through_parameter(Value::string("topsecret"), "p", true));
  for (const char* text :
       {"int(p)", "p.a", "p + 1", "p && true", "[1][p]", "{ a: 1 }[p]", "{ topsecre: 1 }[p]"}) {
    const std::string found = templates.json(text);
    EXPECT_TRUE(found.starts_with("problem: ")) << text;
    EXPECT_EQ(found.find("topsecret"), std::string::npos) << found;
  }
}

TEST_F(EvaluationHistory, TheCaseThatIsTriedIsRead) {
  rules.set_one_of("tier", {Value::string("Local"), Value::string("Premium")});
  rules.evaluation().watching = true;
  EXPECT_TRUE(rules.evaluate("tier == 'Local'").is_unknown());
  ASSERT_EQ(rules.evaluation().read_choices.size(), 1U);
  EXPECT_EQ(rules.evaluation().read_choices["param:tier"], 2U);
  rules.evaluation().chosen["param:tier"] = 1;
  EXPECT_EQ(rules.json("tier == 'Local'"), "false");
  EXPECT_EQ(rules.json("tier"), R"("Premium")");
  EXPECT_EQ(rules.evaluate("tier").origin(), place);
  EXPECT_EQ(rules.json("contains([tier], 'premium')"), "true");
}

TEST_F(EvaluationHistory, TheSidesOfAnUndecidedConditionAreCasesToo) {
  rules.set("flag", unknown_parameter("flag"));
  rules.evaluation().watching = true;
  EXPECT_TRUE(rules.evaluate("flag ? 1 : 2").is_unknown());
  EXPECT_EQ(rules.evaluation().read_choices["param:flag"], 2U);
  rules.evaluation().chosen["param:flag"] = 1;
  EXPECT_EQ(rules.json("flag ? 1 : 2"), "2");
  EXPECT_EQ(rules.json("!flag ? 1 : 2"), "1");
}

TEST_F(EvaluationHistory, MoreCasesThanAreFollowedAreNone) {
  for (const char* name : {"a", "b", "c"}) {
    rules.set_one_of(name, {Value::integer(1), Value::integer(2), Value::integer(3)});
  }
  EXPECT_EQ(rules.evaluate("a + b").as_unknown().candidates.size(), 9U);
  EXPECT_TRUE(rules.evaluate("a + b + c").as_unknown().candidates.empty());
}

TEST_F(EvaluationHistory, StepsAreBoundedAndToldOnce) {
  templates.limits().evaluation_steps = 100;
  EXPECT_TRUE(templates.evaluate("map(range(0, 1000), x => x + 1)").is_array());
  EXPECT_TRUE(templates.evaluate("1 + 1").is_unknown());
  ASSERT_EQ(templates.problems.size(), 1U);
  EXPECT_EQ(templates.problems[0].kind, ProblemKind::LimitExceeded);
}

TEST_F(EvaluationHistory, DepthIsBoundedAndToldOnce) {
  templates.limits().nesting = 4;
  ExpressionTree tree;
  NodeId node = tree.add_boolean(true, {});
  for (int i = 0; i < 100'000; ++i) node = tree.add_unary(UnaryOperator::Not, node, {});
  Evaluator evaluator(tree, templates, templates.evaluation(), kTemplateDialect);
  EXPECT_TRUE(evaluator.evaluate(node).is_unknown());
  EXPECT_TRUE(evaluator.evaluate(node).is_unknown());
  ASSERT_EQ(templates.problems.size(), 1U);
  EXPECT_EQ(templates.problems[0].kind, ProblemKind::LimitExceeded);
  EXPECT_EQ(templates.evaluation().depth, 0U);
}

TEST_F(EvaluationHistory, ValuesThatALoopNestsAreBounded) {
  rules.limits().nesting = templates.limits().nesting = 8;
  for (const char* text : {"reduce(range(0, 5000), {}, (inner, i) => { a: inner })",
                           "reduce(range(0, 5000), [], (inner, i) => [for x in [inner]: x])",
                           "reduce(range(0, 5000), [], (inner, i) => map([inner], x => x))",
                           "reduce(range(0, 5000), [], (inner, i) => flag ? [inner] : [1])"}) {
    templates.set("flag", unknown_parameter("flag"));
    EXPECT_LE(templates.evaluate(text).levels(), 20U) << text;
  }
  ASSERT_EQ(templates.problems.size(), 4U);
  for (const Problem& problem : templates.problems)
    EXPECT_EQ(problem.kind, ProblemKind::LimitExceeded);
}

TEST_F(EvaluationHistory, AValueThatHoldsItselfTwiceInEachPlaceIsBounded) {
  const Value value = templates.evaluate("reduce(range(0, 100), [1], (all, i) => [all, all])");
  EXPECT_LT(value.weight(), 1U << 28U);
  ASSERT_FALSE(templates.problems.empty());
  EXPECT_EQ(templates.problems[0].kind, ProblemKind::LimitExceeded);
}

TEST_F(EvaluationHistory, ComparingEachWithEachCostsSteps) {
  templates.set("p", unknown_parameter("p"));
  templates.limits().evaluation_steps = 100'000;
  for (const char* text : {"distinct(map(range(0, 3000), i => '${p}${i}'))",
                           "intersection(range(0, 3000), range(3000, 3000))",
                           "shallowMerge(map(range(0, 3000), i => { '${i}': i, '${p}': 1 }))"}) {
    templates.problems.clear();
    templates.evaluation().steps = 0;
    templates.evaluation().exhausted = false;
    EXPECT_TRUE(templates.evaluate(text).is_unknown()) << text;
    EXPECT_EQ(templates.problems.size(), 1U) << text;
  }
}

TEST_F(EvaluationHistory, HistoriesThatALoopNestsAreFlat) {
  templates.set("p", through_parameter(Value::string("x"), "p"));
  templates.set("q", through_parameter(Value::string("y"), "q"));
  const Value value = templates.evaluate(
      "reduce(range(0, 5000), p, (text, i) => i % 2 == 0 ? '${take(text, 1)}${q}' : "
      "toUpper(text))");
  ASSERT_EQ(value.trail()->kind, Trail::Kind::Derived);
  ASSERT_EQ(value.trail()->from.size(), 2U);
  EXPECT_EQ(value.trail()->from[0]->name, "p");
  EXPECT_EQ(value.trail()->from[1]->name, "q");
}

TEST_F(EvaluationHistory, OneProblemForAPlace) {
  (void)templates.evaluate("map(range(0, 100), x => int('x'))");
  EXPECT_EQ(templates.problems.size(), 1U);
}

TEST_F(EvaluationHistory, LargeValuesCostSteps) {
  templates.limits().evaluation_steps = 10'000;
  templates.set("text", Value::string(std::string(10'000, 'a')));
  (void)templates.evaluate("map(range(0, 1000), x => '${text}${x}')");
  ASSERT_EQ(templates.problems.size(), 1U);
  EXPECT_EQ(templates.problems[0].kind, ProblemKind::LimitExceeded);
}

TEST_F(EvaluationHistory, LoopsAndTextsAreBounded) {
  templates.limits().loop_iterations = 3;
  templates.limits().string_size = 10;
  EXPECT_EQ(templates.json("[for x in [1, 2, 3, 4]: x]"),
            "problem: the loop has 4 iterations (limit `loopIterations`)");
  EXPECT_EQ(templates.json("'${'123456'}${'123456'}'"),
            "problem: the string is too large (limit `stringSize`)");
}

}  // namespace
}  // namespace exr
