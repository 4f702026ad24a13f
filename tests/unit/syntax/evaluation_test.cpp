// Expressions and what they give: in templates, where a mistake is a problem, and in rules, where
// null spreads.

#include <gtest/gtest.h>

#include <vector>

#include "unit/syntax/evaluation_host.h"

namespace exr {
namespace {

struct Line {
  const char* expression;
  const char* in_templates;
  // null pointer: the same
  const char* in_rules = nullptr;
};

void set_names(EvaluationHost& host) {
  host.set("p", unknown_parameter("p").placed(host.place));
  host.set("q", unknown_parameter("q").placed(host.place));
  host.set("flag", unknown_parameter("flag").placed(host.place));
  host.set("nothing", Value());
  host.set("list", host.evaluate("[1, 'a']"));
  host.set("partly", host.evaluate("[1, 'a', { b: p }]"));
  host.set_one_of("tier", {Value::string("Local"), Value::string("Premium")});
  host.set_one_of("size", {Value::integer(1), Value::integer(5)});
}

void expect_lines(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    EvaluationHost templates(kTemplateDialect);
    EvaluationHost rules(kRuleDialect);
    set_names(templates);
    set_names(rules);
    EXPECT_EQ(templates.json(line.expression), line.in_templates)
        << "in templates: " << line.expression;
    const char* in_rules = line.in_rules == nullptr ? line.in_templates : line.in_rules;
    EXPECT_EQ(rules.json(line.expression), in_rules) << "in rules: " << line.expression;
  }
}

TEST(Evaluation, Reads) {
  expect_lines({
      {"{ a: { B: 1 } }.a.b", "1"},
      {"{ 'a b': 1 }['a b']", "1"},
      {"{ abcd: 1 }.abce", "problem: the object has no property `abce`, did you mean `abcd`?",
       "null"},
      {"nothing.a",
       "problem: property `a` is read from null; `.?` gives null where there is nothing", "null"},
      {"'x'.a", "problem: property `a` is read from a string, which has none", "null"},
      {"[1, 2][1]", "2"},
      {"[1, 2][^1]", "2"},
      {"[1, 2][^3]", "problem: index 3 from the end is outside an array of 2 elements", "null"},
      {"[1, 2][2]", "problem: index 2 is outside an array of 2 elements", "null"},
      {"[1, 2][?2]", "null"},
      {"[1, 2][?^2]", "1"},
      {"p.a.b[0]", "~param:p.a.b[0]"},
      {"p['a-b'][^1]", "~param:p['a-b'][^1]"},
      {"{ a: 1, b: 2 }[p]", "~{a:1,b:2}[param:p]"},
      {"res.location", R"j("westeurope")j"},
      {"res['location']", R"j("westeurope")j"},
      {"res::child", R"j("the child")j"},
      {"unheardOf", "~unheardOf"},
  });
}

TEST(Evaluation, CutsChainsAtASafeLink) {
  expect_lines({
      {"{}.?a.b.c[0]", "null"},
      {"nothing.?a.b", "null"},
      {"{ a: {} }.?a.b", "null"},
      {"({}.?a).b",
       "problem: property `b` is read from null; `.?` gives null where there is nothing", "null"},
      {"{ a: {} }.a.?b.c", "null"},
      {"{ abc: {} }.xyz.?c", "problem: the object has no property `xyz`", "null"},
      {"p.?a.b", "~param:p.a.b"},
      {"{}.?a ?? 'd'", R"j("d")j"},
      {"[][?0].x ?? 'd'", R"j("d")j"},
      {"{}.?a!.b", "null"},
  });
}

TEST(Evaluation, DecidesLazily) {
  expect_lines({
      {"false && p", "false"},
      {"p && false", "false"},
      {"true || int('x') == 1", "true"},
      {"p || true", "true"},
      {"true && p", "~param:p"},
      {"p && true", "~param:p"},
      {"p && p", "~param:p"},
      {"p && q", "~and(param:p,param:q)"},
      {"p || q", "~or(param:p,param:q)"},
      {"!p", "~not(param:p)"},
      {"!(1 == 2)", "true"},
      {"'x' && true", "problem: `&&` takes true or false, not a string", "null"},
      {"true && 1", "problem: `&&` takes true or false, not an integer", "null"},
      {"nothing && true", "problem: `&&` takes true or false, not null", "~and(null,true)"},
      {"nothing && false", "problem: `&&` takes true or false, not null", "false"},
      {"!nothing", "problem: `!` takes true or false, not null", "~not(null)"},
      {"true ? 1 : {}.a", "1"},
      {"'x' ? 1 : 2", "problem: `?:` takes true or false, not a string", "null"},
      {"flag ? 1 : 1", "1"},
      {"flag ? 1 : 2", "~if(param:flag,1,2)"},
      {"nothing ? 1 : 2", "problem: `?:` takes true or false, not null", "~if(null,1,2)"},
      {"nothing ?? 1", "1"},
      {"2 ?? int('x')", "2"},
      {"p ?? 1", "~param:p"},
      {"p.?a ?? 1", "~coalesce(param:p.a,1)"},
      {"(flag ? null : 2) ?? 3", "~coalesce(if(param:flag,null,2),3)"},
      {"(flag ? null : 3) ?? 3", "3"},
      {"(flag ? 1 : 2) ?? 3", "~if(param:flag,1,2)"},
  });
}

TEST(Evaluation, ComparesWhatIsKnown) {
  expect_lines({
      {"1 == 1", "true"},
      {"'a' == 'A'", "false", "true"},
      {"'a' =~ 'A'", "true"},
      {"'a' !~ 'A'", "false"},
      {"1 =~ 'A'", "problem: `=~` takes two strings, not an integer and a string", "false"},
      {"{ a: 1, b: [2] } == { b: [2], a: 1 }", "true"},
      {"p == p", "true"},
      {"p == q", "~equals(param:p,param:q)"},
      {"p != q", "~not(equals(param:p,param:q))"},
      {"p =~ 'A'", "~equals(toLower(param:p),'a')"},
      {"'er-${p}' == 'vpn-x'", "false"},
      {"'er-${p}' == 'er-x'", "~equals('er-${param:p}','er-x')"},
      {"p == null", "false"},
      {"p.?a == null", "~equals(param:p.a,null)"},
      {"nothing == null", "true"},
      {"nothing != 1", "true"},
      {"(flag ? null : 1) == null", "~equals(if(param:flag,null,1),null)"},
      {"2 < 10", "true"},
      {"'b' >= 'a'", "true"},
      {"1 < 'a'", "problem: `<` takes two numbers or two strings, not an integer and a string",
       "null"},
      {"nothing > 1", "problem: `>` takes two numbers or two strings, not null and an integer",
       "~greater(null,1)"},
      {"p <= 1", "~lessOrEquals(param:p,1)"},
  });
}

TEST(Evaluation, Calculates) {
  expect_lines({
      {"1 + 2 * 3 - 8 / 3 % 2", "7"},
      {"-(5) / 2", "-2"},
      {"9223372036854775807 + 1", "problem: the result of `+` does not fit in 64 bits", "null"},
      {"-9223372036854775808 / -1", "problem: the result of `/` does not fit in 64 bits", "null"},
      {"-9223372036854775808 % -1", "0"},
      {"1 / 0", "problem: `/` divides by zero", "null"},
      {"1 % 0", "problem: `%` divides by zero", "null"},
      {"1 + 'a'", "problem: `+` takes two integers, not an integer and a string", "null"},
      {"nothing * 1000", "problem: `*` takes two integers, not null and an integer",
       "~mul(null,1000)"},
      {"-p", "~sub(0,param:p)"},
      {"length(concat(['a', 'b'], p)) + 1 > 2", "true"},
      {"length(concat(['a', 'b'], p)) * 2 < 4", "false"},
      {"0 - length(concat(['a', 'b'], p)) >= -1", "false"},
      {"length(concat(['a', 'b'], p)) > 4",
       "~greater(length(['a','b',...concat(['a','b'],param:p)]),4)"},
  });
}

TEST(Evaluation, BuildsTexts) {
  expect_lines({
      {"'a${1}b${true}'", R"j("a1bTrue")j"},
      {"'${p}-er'", "~${param:p}-er"},
      {"'${'x-${p}'}-er'", "~x-${param:p}-er"},
      {"'${nothing}x'", R"j("x")j", "~${null}x"},
      {"'${partly}'", "~${string([1,'a',{b:param:p}])}"},
      {"'${list}'", R"j("[1,'a']")j"},
      {"'in ${res}'", R"j("in /the/id")j"},
  });
}

TEST(Evaluation, BuildsArraysAndObjects) {
  expect_lines({
      {"[1, ...[2, 3], 4]", "[1,2,3,4]"},
      {"[1, p]", R"j([1,{"$unknown":"param:p"}])j"},
      {"[1, ...p]", R"j([1,{"$unknown":"...flatten([[1],param:p])"}])j"},
      {"[...nothing, 1]", "problem: `...` spreads an array or an object, not null", "[1]"},
      // as the engine does: what is written keeps both spellings, what is merged the first
      {"{ a: 1, A: 2 }", R"j({"a":1,"A":2})j"},
      {"{ a: 1, A: 2 }.A", "2"},
      {"{ aB: 1, AB: 2 }.ab", "1"},
      {"map(items({ b: 1, B: 2, a: 3 }), entry => entry.key)", R"j(["a","b","B"])j"},
      {"{ A: 1, ...{ a: 2 } }", R"j({"A":2})j"},
      {"{ a: 1, ...{ a: 2, b: 3 } }", R"j({"a":2,"b":3})j"},
      {"{ ...p, b: 3 }", R"j({"b":3,"$unknown":"shallowMerge([param:p,{b:3}])"})j"},
      {"{ ...p, b: 3 }.b", "3"},
      {"{ ...p, b: 3 }.?c", "~{b:3,...shallowMerge([param:p,{b:3}])}.c"},
      {"{ ...nothing, a: 1 }", "problem: `...` spreads an array or an object, not null",
       R"j({"a":1})j"},
      {"{ '${'a'}b': 1 }.ab", "1"},
      {"{ b: 1, 'a${p}': 2 }", R"j({"b":1,"$unknown":"{'a${param:p}':2}"})j"},
      {"{ ab: 1, 'a${p}': 2 }.ab", "~{'a${param:p}':2}.ab"},
      {"{ a: 1, ...(flag ? { a: 2, b: 3 } : {}) }.a",
       "~shallowMerge([{a:1},if(param:flag,{a:2,b:3},{})]).a"},
      {"{ a: 1, ...(flag ? { b: 3 } : {}) }.a", "1"},
      {"length([1, ...(flag ? [2] : []), 3]) < 4", "true"},
      {"[1, ...(flag ? [2] : []), 3][0]", "1"},
      {"[1, ...(flag ? [2] : []), 3][^1]", "3"},
      {"[1, ...(flag ? [2] : []), 3][1]", "~[1,2,3][1]"},
  });
}

TEST(Evaluation, Loops) {
  expect_lines({
      {"[for x in [1, 2]: x * 2]", "[2,4]"},
      {"[for (x, i) in ['a', 'b']: '${x}${i}']", R"j(["a0","b1"])j"},
      {"[for x in p: x.name]", R"j([{"$unknown":"...map(param:p,param:p[*].name)"}])j"},
      {"[for x in [1, ...p]: x]",
       R"j([1,{"$unknown":"...map([1,...flatten([[1],param:p])],[1,...flatten([[1],param:p])][*])"}])j"},
      {"[for x in nothing: x]", "problem: a loop runs over an array, not null", "[]"},
      {"[for x in 'abc': x]", "problem: a loop runs over an array, not a string", "null"},
      {"length([for x in (flag ? [1, 2] : []): x]) <= 2", "true"},
      {"map([1, 2], x => map([10], y => x + y))", "[[11],[12]]"},
      {"map(['a'], (x, i) => '${x}${i}')", R"j(["a0"])j"},
  });
}

TEST(Evaluation, CallsFunctions) {
  expect_lines({
      {"toUpper('a')", R"j("A")j"},
      {"double(4)", "8"},
      {"space.double(4)", "8"},
      {"map([1], space => space.double(4))", R"j([{"$unknown":"1.double(4)"}])j"},
      {"res.getSecret('s')", R"j("secret of /the/id")j"},
      {"p.getSecret('s')", "~param:p.getSecret('s')"},
      {"unheardOf(1, p)", "~unheardOf(1,param:p)"},
      {"some([1], x => x == 1)", "~some([1],null)", "true"},
      {"int('x')", "problem: `int` cannot read `x`", "null"},
      {"nameof(p.sku.tier)", R"j("tier")j", R"j(~nameof(param:p.sku.tier))j"},
  });
}

TEST(Evaluation, NamesWhatIsOnlyLookedAt) {
  EvaluationHost host(kTemplateDialect);
  set_names(host);
  EXPECT_EQ(host.json("nameof(nothing.a.b)"), R"("b")");
  EXPECT_EQ(host.json("nameof(list['a b'])"), R"("a b")");
  EXPECT_EQ(host.json("nameof(list[0])"), R"("list")");
  EXPECT_EQ(host.json("nameof(list)"), R"("list")");
}

TEST(Evaluation, FollowsCandidates) {
  expect_lines({
      {"tier == 'Standard'", "false"},
      {"toLower(tier) == 'local' || toLower(tier) == 'premium'", "true"},
      {"size < 6", "true"},
      {"size * 2 + 1 > 11", "false"},
      {"{ Local: 1, Premium: 1 }[tier]", "1"},
      {"[0, 7, 0, 0, 0, 7][size]", "7"},
      {"startsWith('er-${tier}', 'er-')", "true"},
      {"(tier == 'Local' ? 1 : 2) + (tier == 'Local' ? 2 : 1)", "3"},
      {"(flag ? 1 : 2) + (flag ? 2 : 1)", "3"},
      {"(flag ? 1 : 2) + (!flag ? 1 : 2)", "3"},
      {"(flag ? 1 : 2) + (q ? 2 : 1) < 5", "true"},
      {"(flag ? { a: 1 } : { a: 1, b: 2 }).a", "1"},
      {"(flag ? { a: 1 } : {}).a", "~if(param:flag,{a:1},{}).a", "~if(param:flag,1,null)"},
      {"(flag ? { a: 1 } : {}).?a", "~if(param:flag,1,null)"},
      {"(!flag ? { a: 1 } : {}).?a", "~if(param:flag,null,1)"},
      {"(tier == 'Local' ? (tier == 'Local' ? 1 : 2) : 1)", "1"},
  });
}

TEST(Evaluation, AMistakeInABranchThatMayNotBeTakenIsNoProblem) {
  EvaluationHost host(kTemplateDialect);
  set_names(host);
  EXPECT_EQ(host.json("flag ? int('x') : 1"), "~if(param:flag,int('x'),1)");
  EXPECT_EQ(host.json("true ? int('x') : 1"), "problem: `int` cannot read `x`");
  EXPECT_EQ(host.json("p && int('x') == 1"), "~and(param:p,equals(int('x'),1))");
}

}  // namespace
}  // namespace exr
