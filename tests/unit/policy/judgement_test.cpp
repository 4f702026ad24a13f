// What is judged, when a check fails, and when it stays open.

#include <gtest/gtest.h>

#include "unit/policy/policy_driver.h"

namespace exr {
namespace {

class Judgement : public testing::Test {
 protected:
  PolicyDriver driver;
  void add_rule(const std::string& body) {
    driver.add_rule("EXR001", "severity: warning\nkind: recommendation\n" + body);
  }
};

TEST_F(Judgement, OnlyDeclaredResourcesOfTheTypeAreJudged) {
  add_rule(R"yaml(
for: [My.Net/circuits]
require: self.sku == 'good'
message: "`${self.name}` has ${self.sku}"
)yaml");
  driver.add(R"({"type": "my.net/Circuits", "name": "a", "sku": "bad"})");
  driver.add(R"({"type": "My.Net/circuits", "name": "b", "sku": "GOOD"})");
  driver.add(R"({"type": "My.Net/circuits", "name": "c", "existing": true})");
  driver.add(R"({"type": "My.Net/others", "name": "d", "sku": "bad"})");
  EXPECT_EQ(driver.results(), Lines({"failed warning `a` has bad"}));
}

TEST_F(Judgement, AnUnknownLeavesOneOpenResultForEachThing) {
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - require: self.sku == 'good'
    message: sku of `${self.name}` is ${self.sku}
  - require: self.kind == 'good'
    message: kind of `${self.name}` is ${self.kind}
  - require: self.location == 'here'
    message: location of `${self.name}` is ${self.location}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "sku": {"$unknown": "param:sku"},
                 "kind": {"$unknown": "param:kind"}, "location": "there"})");
  EXPECT_EQ(driver.results(), Lines({"open warning sku of `a` is param:sku",
                                     "failed warning location of `a` is there"}));
}

TEST_F(Judgement, WhatIsNotWrittenIsNull) {
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - require: self.properties.tier != null
    message: tier is ${self.properties.tier}
  - forbid: self.properties.size > 1
    message: size is ${self.properties.size}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "properties": {}})");
  EXPECT_EQ(driver.results(),
            Lines({"failed warning tier is (not set)", "open warning size is (not set)"}));
}

TEST_F(Judgement, LambdasAtOneOffsetOfTwoFieldsAreTwo) {
  add_rule(R"yaml(
for: [My.Net/circuits]
let:
  first: filter(self.links, x => x.a == 1)
  other: filter(self.links, x => x.b == 1)
require: length(first) == length(other)
message: links of `${self.name}` differ
)yaml");
  driver.add(R"({"type": "my.net/circuits", "name": "a", "links": {"$unknown": "param:links"}})");
  EXPECT_EQ(driver.results(), Lines({"open warning links of `a` differ"}));
}

TEST_F(Judgement, AMessageSaysOfAnUnknownWhatIsShort) {
  add_rule(R"yaml(
for: [My.Net/circuits]
require: length(self.links) > 9
message: "`${self.name}` has ${length(self.links)} links, ${self.kind}"
)yaml");
  driver.add(R"({"type": "my.net/circuits", "name": "a", "links": {"$unknown": "param:links"},
                 "kind": {"$unknown": ")" +
             std::string(80, 'x') + R"("}})");
  EXPECT_EQ(driver.results(), Lines({"open warning `a` has (not known) links, (not known)"}));
}

TEST_F(Judgement, ADecidedWhenOrRequireWinsOverAnUnknownOne) {
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - when: self.sku == 'other'
    require: self.unknown == 1
    message: first ${self.name}
  - when: self.unknown == 1
    require: self.sku == 'good'
    message: second ${self.name}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "sku": "good",
                 "unknown": {"$unknown": "param:x"}})");
  EXPECT_EQ(driver.results(), Lines());
}

TEST_F(Judgement, EveryElementOfEachIsJudgedAndAPossibleOneStaysOpen) {
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - each: { group: self.groups, prefix: group.prefixes }
    when: prefix != 'skip'
    require: prefix == 'good'
    message: "`${group.name}` has ${prefix}"
  - each: { other: "filter(self.groups, g => g.flag)" }
    forbid: true
    message: "`${other.name}` is flagged"
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "groups": [
    {"name": "x", "prefixes": ["good", "bad", "skip"], "flag": false},
    {"name": "y", "prefixes": ["worse"], "flag": {"$unknown": "param:flag"}}]})");
  EXPECT_EQ(driver.results(), Lines({"failed warning `x` has bad", "failed warning `y` has worse",
                                     "open warning `y` is flagged"}));
}

TEST_F(Judgement, ReportFirstEndsWithTheFirstFailureButNotWithAnOpenCheck) {
  add_rule(R"yaml(
for: [My.Net/circuits]
report: first
checks:
  - require: self.size <= 4
    severity: error
    message: very large ${self.size}
  - require: self.size <= 2
    message: large ${self.size}
  - require: self.sku == 'good'
    severity: note
    message: sku ${self.sku}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "size": 5, "sku": "bad"})");
  driver.add(R"({"type": "My.Net/circuits", "name": "b", "size": 3, "sku": "bad"})");
  driver.add(
      R"({"type": "My.Net/circuits", "name": "c", "size": {"$unknown": "p"}, "sku": "bad"})");
  EXPECT_EQ(driver.results(), Lines({"failed error very large 5", "failed warning large 3",
                                     "open error very large p", "failed note sku bad"}));
}

TEST_F(Judgement, ReportFirstCountsForEachElementOfTheRulesOwnEach) {
  add_rule(R"yaml(
for: [My.Net/circuits]
report: first
each: { size: self.sizes }
checks:
  - require: size <= 4
    severity: error
    message: very large ${size}
  - require: size <= 2
    message: large ${size}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "sizes": [5, 3, 1]})");
  EXPECT_EQ(driver.results(), Lines({"failed error very large 5", "failed warning large 3"}));
}

TEST_F(Judgement, AResourceThatMayNotBeDeployedIsJudgedAndTheFindingSaysSo) {
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - require: self.sku == 'good'
    message: "`${self.name}` has ${self.sku}"
  - forbid: empty(referrers(self, 'My.Net/circuits/peerings', 'parent'))
    message: "`${self.name}` has no peering"
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "sku": "bad", "deployed": false,
                 "condition": {"$unknown": "param:on"}})");
  driver.add(R"({"type": "My.Net/circuits/peerings", "name": "a/p", "deployed": false,
                 "condition": {"$unknown": "param:on"}})");
  driver.add(R"({"type": "My.Net/circuits", "name": "b", "sku": "good"})");
  driver.add(R"({"type": "My.Net/circuits/peerings", "name": "b/p", "deployed": false,
                 "condition": {"$unknown": "param:on"}})");
  const std::vector<Finding> findings = driver.check();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].message, "`a` has bad");
  EXPECT_EQ(findings[0].notes, Lines({"`a` may not be deployed, that depends on `param:on`"}));
  EXPECT_EQ(findings[1].message, "`b` has no peering");
  EXPECT_EQ(findings[1].outcome, Outcome::Open);
}

TEST_F(Judgement, TheGraphIsJudgedOnceAndChecksMayBeAboutOtherThings) {
  add_rule(R"yaml(
for: [graph]
checks:
  - each: { twins: "duplicates(resources('My.Net/circuits'), r => r.sku)" }
    forbid: true
    message: ${twins} share ${twins[0].sku}
  - for: [output]
    forbid: self.secure
    message: output ${self.name} of ${self.type} is secure
  - for: [parameter]
    require: self.default == 1
    message: parameter ${self.name} has ${self.default}
)yaml");
  for (const char* name : {"a", "b", "c"}) {
    driver.add(R"({"type": "My.Net/circuits", "name": ")" + std::string(name) +
               R"(", "sku": "x"})");
  }
  driver.graph.add_output({.name = "key", .type = "string", .secure = true});
  driver.graph.add_parameter({.name = "size", .type = "int", .default_value = Value::integer(2)});
  EXPECT_EQ(driver.results(), Lines({"failed warning a, b, c share x",
                                     "failed warning output key of string is secure",
                                     "failed warning parameter size has 2"}));
}

TEST_F(Judgement, DefinitionsAreLazyAndTheNearestOneCounts) {
  driver.add_vocabulary(R"yaml(
settings: { word: { type: string, default: vocabulary, description: d } }
let:
  size(r): r.properties.size * 2
  word: settings.word
  both(r): "'${word} ${size(r)}'"
)yaml");
  add_rule(R"yaml(
for: [My.Net/circuits]
settings: { word: { type: string, default: rule, description: d } }
let:
  size: 7
  broken: self.x.y.z > 3
checks:
  - let: { word: settings.word }
    require: both(self) == word
    message: ${both(self)}, ${word}, ${size}
  - require: size == 8 && size(self) == 8
    message: ${size}, ${size(self)}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "properties": {"size": 4}})");
  EXPECT_EQ(driver.results(),
            Lines({"failed warning vocabulary 8, rule, 7", "failed warning 7, 8"}));
}

TEST_F(Judgement, ATableThatDecidedIsNamedAndAMissingRowIsUnknown) {
  driver.add_table("places", "  Here: { metro: true }\n  There: { metro: false }\n");
  driver.add_table("others", "  - a\n");
  add_rule(R"yaml(
for: [My.Net/circuits]
checks:
  - when: contains(tables.places, self.place)
    require: tables.places[self.place].metro
    message: "`${self.place}` is no metro"
  - require: tables.places[self.place] != null
    message: "`${self.place}` has no row"
  - require: length(objectKeys(tables.places)) == 2
    message: ${objectKeys(tables.places)}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "place": "there"})");
  driver.add(R"({"type": "My.Net/circuits", "name": "b", "place": "nowhere"})");
  const std::vector<Finding> findings = driver.check();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].message, "`there` is no metro");
  EXPECT_EQ(findings[0].notes, Lines({"by table `places` of 2026-03-12"}));
  EXPECT_EQ(findings[1].message, "`nowhere` has no row");
  EXPECT_EQ(findings[1].outcome, Outcome::Open);
}

TEST_F(Judgement, OpenResultsSayWhatIsUnknown) {
  add_rule(R"yaml(
for: [My.Net/circuits]
let: { tier: self.properties.tier }
require: contains(['x'], tier) || self.location == 'here'
message: tier is ${tier}
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "location": "there",
                 "properties": {"tier": {"$unknown": "param:tier"}}})");
  const std::vector<Finding> findings = driver.check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].notes, Lines({"`param:tier` is not known: parameter without value"}));
}

}  // namespace
}  // namespace exr
