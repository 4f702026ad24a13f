// Where findings stand, and what explains them.

#include <gtest/gtest.h>

#include "policy/finding_text.h"
#include "policy/provenance.h"
#include "unit/policy/policy_driver.h"

namespace exr {
namespace {

class PlacesOfFindings : public testing::Test {
 protected:
  PolicyDriver driver;
  void add_rule(const std::string& body) {
    driver.add_rule("EXR001",
                    "severity: warning\nkind: recommendation\nfor: [My.Net/circuits]\n" + body);
  }
  Finding only_finding() {
    std::vector<Finding> findings = driver.check();
    EXPECT_EQ(findings.size(), 1U);
    return findings.empty() ? Finding{} : findings.front();
  }
  void expect_place(const Finding& finding, const std::string& text, const std::string& path) {
    EXPECT_EQ(driver.text_at(finding.span), text);
    EXPECT_EQ(finding.path, path);
  }
  const std::string circuit_ = R"({ "type": "My.Net/circuits", "name": "a",
  "sku": { "tier": "bad" },
  "properties": {
    "provider": { "speed": 50 },
    "list": ["x", "y"]
  } })";
};

TEST_F(PlacesOfFindings, AtIsThePlaceOfItsValue) {
  add_rule(
      "require: self.sku.tier == 'good'\nat: self.properties.list[1]\nmessage: is ${self.name}\n");
  driver.add(circuit_);
  expect_place(only_finding(), "\"y\"", "properties.list[1]");
}

TEST_F(PlacesOfFindings, WithoutAtTheFirstPathInTheConditionCounts) {
  add_rule(
      "require: contains(['good'], self.sku.tier) && self.name == 'b'\nmessage: is ${self.name}\n");
  driver.add(circuit_);
  expect_place(only_finding(), "\"bad\"", "sku.tier");
}

TEST_F(PlacesOfFindings, AMissingPropertyStandsAtTheNearestThingThatWasWritten) {
  add_rule("require: self.properties.provider.location.city != null\nmessage: is ${self.name}\n");
  driver.add(circuit_);
  expect_place(only_finding(), "\"provider\"", "properties.provider");
}

TEST_F(PlacesOfFindings, NothingWrittenAtAllStandsAtTheDeclaration) {
  add_rule("require: self.identity.type == 'x'\nmessage: is ${self.name}\n");
  driver.add(
      "{ \"type\": \"My.Net/circuits\",\n \"name\": \"a\", \"identity\": {\"$unknown\": \"u\"} }");
  driver.add("{ \"type\": \"My.Net/circuits\",\n \"name\": \"b\" }");
  const std::vector<Finding> findings = driver.check();
  ASSERT_EQ(findings.size(), 2U);
  expect_place(findings[0], "\"identity\"", "identity");
  expect_place(findings[1], "{ \"type\": \"My.Net/circuits\",", "");
}

TEST_F(PlacesOfFindings, DefinitionsAreFollowedToWhatTheyRead) {
  add_rule(R"yaml(
let:
  speedOf(circuit): circuit.properties.provider.fast ?? circuit.properties.provider.slow
  speed: speedOf(self)
forbid: speed == null
at: speed
message: speed is ${speed}
)yaml");
  driver.add(circuit_);
  expect_place(only_finding(), "\"provider\"", "properties.provider");
}

TEST_F(PlacesOfFindings, AnElementOfEachIsAPath) {
  add_rule(R"yaml(
each: { word: self.properties.list }
require: word == 'x'
message: word is ${word}
)yaml");
  driver.add(circuit_);
  expect_place(only_finding(), "\"y\"", "properties.list[1]");
}

TEST_F(PlacesOfFindings, AGroupStandsAtItsFirstMemberAndShowsTheOthers) {
  driver.add_rule("EXR001", R"yaml(
severity: warning
kind: recommendation
for: [graph]
each: { twins: "duplicates(resources('My.Net/virtualCircuits'), r => r.size)" }
forbid: true
message: ${twins} are alike
)yaml");
  driver.add("{ \"type\": \"My.Net/virtualCircuits\", \"name\": \"a\", \"size\": 1 }");
  driver.add("{ \"type\": \"My.Net/virtualCircuits\", \"name\": \"b\", \"size\": 1 }");
  const Finding finding = only_finding();
  EXPECT_EQ(driver.sources.file(finding.span.file).path(), "resource0.json");
  ASSERT_EQ(finding.related.size(), 1U);
  EXPECT_EQ(finding.related[0].message, "virtual circuit b");
  EXPECT_EQ(driver.sources.file(finding.related[0].span.file).path(), "resource1.json");
}

TEST_F(PlacesOfFindings, RelatedValuesAreToldWithoutSecrets) {
  add_rule(R"yaml(
require: self.sku.tier == 'good'
related: ([self.properties.list, self.properties.none, self])
message: is ${self.name}
)yaml");
  driver.add(circuit_);
  const Finding finding = only_finding();
  std::vector<std::string> related;
  for (const RelatedPlace& place : finding.related) related.push_back(place.message);
  EXPECT_EQ(related, Lines({"`x`", "`y`", "circuit a"}));
}

TEST_F(PlacesOfFindings, HolesAreArguments) {
  add_rule(
      "require: self.sku.tier == 'good'\nmessage: \"`${self}` has ${self.properties.list}\"\n"
      "fix: choose good for ${self.name}\n");
  driver.add(circuit_);
  const Finding finding = only_finding();
  EXPECT_EQ(finding.message, "`a` has x, y");
  EXPECT_EQ(finding.arguments, Lines({"a", "x, y"}));
  EXPECT_EQ(finding.fix, "choose good for a");
  EXPECT_EQ(finding.subject.type, "My.Net/circuits");
}

TEST(Provenance, NamesTheLiteralAndTheArgumentsOnTheWay) {
  const auto span = [](std::uint32_t begin) { return Span{FileId{1}, begin, begin + 5}; };
  Trail literal;
  literal.span = span(10);
  Trail root;
  root.kind = Trail::Kind::Parameter;
  root.given = Given::File;
  root.span = {FileId{1}, 5, 20};
  root.from = {TrailPointer::make(literal)};
  Trail module;
  module.kind = Trail::Kind::Parameter;
  module.given = Given::Argument;
  module.span = span(30);
  module.from = {TrailPointer::make(root)};
  const auto places = provenance(TrailPointer::make(module), span(50));
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].message, "set by");
  EXPECT_EQ(places[0].span, span(10));
  EXPECT_EQ(places[1].message, "passed on at");
  EXPECT_EQ(places[1].span, span(30));
}

class CallersPlace : public testing::Test {
 protected:
  static Span span(std::uint32_t file, std::uint32_t begin, std::uint32_t end) {
    return {FileId{file}, begin, end};
  }
  static TrailPointer literal(Span place) {
    Trail trail;
    trail.span = place;
    return TrailPointer::make(trail);
  }
  static TrailPointer through(Given given, Span place, std::vector<TrailPointer> from) {
    Trail trail;
    trail.kind = Trail::Kind::Parameter;
    trail.given = given;
    trail.span = place;
    trail.from = std::move(from);
    return TrailPointer::make(trail);
  }
};

TEST_F(CallersPlace, IsTheLiteralThatWasPassedOn) {
  const auto outer = through(Given::Argument, span(1, 30, 60), {literal(span(1, 40, 45))});
  EXPECT_EQ(callers_place(through(Given::Argument, span(2, 10, 15), {outer})), span(1, 40, 45));
}

TEST_F(CallersPlace, IsTheLiteralInAParameterFile) {
  const auto root = through(Given::File, span(3, 5, 20), {literal(span(3, 8, 12))});
  EXPECT_EQ(callers_place(through(Given::Argument, span(1, 30, 60), {root})), span(3, 8, 12));
}

TEST_F(CallersPlace, IsTheOutermostArgumentOfWhatACallerComputed) {
  Trail computed;
  computed.kind = Trail::Kind::Derived;
  const auto outer = through(Given::Argument, span(1, 30, 60), {TrailPointer::make(computed)});
  EXPECT_EQ(callers_place(through(Given::Argument, span(2, 10, 15), {outer})), span(1, 30, 60));
}

TEST_F(CallersPlace, IsNoneForWhatTheTemplateComputesOrWrites) {
  const auto argument = through(Given::Argument, span(1, 30, 60), {literal(span(1, 40, 45))});
  Trail computed;
  computed.kind = Trail::Kind::Derived;
  computed.from = {argument};
  EXPECT_EQ(callers_place(TrailPointer::make(computed)), std::nullopt);
  EXPECT_EQ(callers_place(through(Given::File, span(3, 5, 9), {})), std::nullopt);
  EXPECT_EQ(callers_place(literal(span(1, 40, 45))), std::nullopt);
  EXPECT_EQ(callers_place(nullptr), std::nullopt);
}

TEST_F(CallersPlace, IsExplainedWithoutTheArgumentAroundIt) {
  const auto trail = through(Given::Argument, span(1, 30, 60), {literal(span(1, 40, 45))});
  EXPECT_TRUE(provenance(trail, span(1, 40, 45)).empty());
}

TEST(TypeWords, AreWordsInTheSingular) {
  EXPECT_EQ(type_words("Microsoft.Network/expressRouteCircuits"), "ExpressRoute circuit");
  EXPECT_EQ(type_words("Microsoft.Network/publicIPAddresses"), "public IP address");
  EXPECT_EQ(type_words("Microsoft.Network/expressRouteCircuits/peerings"), "peering");
  EXPECT_EQ(type_words("Microsoft.Authorization/policies"), "policy");
}

}  // namespace
}  // namespace exr
