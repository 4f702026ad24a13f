// Along IDs and against them: what is certain, what is possible, and when there may be more.

#include <gtest/gtest.h>

#include "policy/identities.h"
#include "policy/relations.h"
#include "unit/policy/policy_driver.h"

namespace exr {
namespace {

class RelationsOfGraph : public testing::Test {
 protected:
  PolicyDriver driver;

  static std::string id(const std::string& name, const std::string& subscription) {
    return "/subscriptions/" + subscription +
           "/resourceGroups/{resourceGroup}/providers/My.Net/circuits/" + name;
  }
  static std::string id(const std::string& name) { return id(name, "{subscriptionId}"); }
  ResourceHandle circuit(const std::string& name) {
    return driver.add(R"({"type": "My.Net/circuits", "name": ")" + name + R"("})");
  }
  ResourceHandle link_to(const std::string& name, const std::string& pointer) {
    return driver.add(R"({"type": "My.Net/links", "name": ")" + name +
                      R"(", "properties": {"peers": [{"id": )" + pointer + "}]}}");
  }
  static std::string quoted(const std::string& text) { return "\"" + text + "\""; }

  // Names of the members, a possible one with `?`, then `...` if there may be more.
  std::vector<std::string> names(const Array& array) const {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < array.size(); ++i) {
      const ResourceHandle handle = array.members[i].as_resource();
      const bool is_known = static_cast<std::size_t>(handle) < driver.graph.size();
      const std::string name =
          is_known ? driver.graph.resource(handle).name.as_string() : "external";
      result.push_back(name + (array.is_certain(i) ? "" : "?"));
    }
    if (array.open) result.emplace_back("...");
    return result;
  }
  void finish() { link(driver.graph, {}); }
  std::vector<std::string> referrers(ResourceHandle target, std::string_view type = "My.Net/links",
                                     std::string_view path = "properties.peers[*].id") {
    Identities identities(driver.graph);
    Relations relations(driver.graph, identities);
    return names(relations.referrers(target, type, path));
  }
};

TEST_F(RelationsOfGraph, ReferrersHoldTheId) {
  const ResourceHandle a = circuit("a");
  const ResourceHandle b = circuit("b");
  link_to("one", quoted(id("A")));
  link_to("two", quoted(id("b")));
  link_to("three", quoted(id("a")));
  finish();
  EXPECT_EQ(referrers(a), Lines({"one", "three"}));
  EXPECT_EQ(referrers(b), Lines({"two"}));
  EXPECT_EQ(referrers(a, "*", "*"), Lines({"one", "three"}));
  EXPECT_EQ(referrers(a, "My.Net/others"), Lines());
}

TEST_F(RelationsOfGraph, OneIdIsOneResource) {
  const ResourceHandle a = circuit("a");
  const ResourceHandle again = circuit("A");
  link_to("one", quoted(id("a")));
  link_to("one", quoted(id("a")));
  const std::string either = R"({"type": "My.Net/links", "name": "two", "deployed": false,
      "properties": {"peers": [{"id": ")" +
                             id("a") + R"("}]}, "condition": )";
  driver.add(either + "1}");
  driver.add(either + "2}");
  finish();
  EXPECT_EQ(referrers(a), Lines({"one", "two?", "two?"}));
  EXPECT_EQ(referrers(again), referrers(a));
}

TEST_F(RelationsOfGraph, AnUnknownPointerMakesAPossibleMember) {
  const ResourceHandle a = circuit("a");
  link_to("one", quoted(id("a")));
  link_to("two", R"({"$unknown": "param:id"})");
  link_to("three", R"({"$one": [")" + id("a") + R"(", ")" + id("b") + R"("], "of": "param:c"})");
  driver.add(R"({"type": "My.Net/links", "name": "four", "existing": true})");
  finish();
  EXPECT_EQ(referrers(a), Lines({"one", "two?", "three?", "four?"}));
}

TEST_F(RelationsOfGraph, APlaceholderIsUndecidedAgainstALiteral) {
  const ResourceHandle a = circuit("a");
  link_to("literal", quoted(id("a", "1111")));
  link_to("another", quoted(id("b", "1111")));
  finish();
  EXPECT_EQ(referrers(a), Lines({"literal?"}));
}

TEST_F(RelationsOfGraph, ManyUnknownPointersBecomeAnOpenArray) {
  const ResourceHandle a = circuit("a");
  link_to("one", quoted(id("a")));
  for (int i = 0; i < 100; ++i) link_to("u" + std::to_string(i), R"({"$unknown": "param:id"})");
  finish();
  EXPECT_EQ(referrers(a), Lines({"one", "..."}));
}

TEST_F(RelationsOfGraph, ThereMayBeMoreOfAnExternalResourceOrInAPartialGraph) {
  const ResourceHandle a = circuit("a");
  const ResourceHandle elsewhere =
      driver.add(R"({"type": "My.Net/circuits", "name": "e", "existing": true})");
  link_to("one", quoted(id("e")));
  finish();
  EXPECT_EQ(referrers(a), Lines());
  EXPECT_EQ(referrers(elsewhere), Lines({"one", "..."}));
  driver.graph.deployment(driver.here).open_types.emplace_back("my.net/links");
  EXPECT_EQ(referrers(a), Lines({"..."}));
  EXPECT_EQ(referrers(a, "My.Net/others"), Lines());
  driver.graph.deployment(driver.here).partial = true;
  EXPECT_EQ(referrers(a, "My.Net/others"), Lines({"..."}));
}

TEST_F(RelationsOfGraph, AReferenceGoesToItsOwnDeploymentElseToTheOnlyOther) {
  const DeploymentId second = driver.graph.add_deployment("second.bicep");
  const DeploymentId third = driver.graph.add_deployment("third.bicep");
  const std::string json = R"({"type": "My.Net/circuits", "name": "a"})";
  const ResourceHandle first_a = driver.add(json);
  const ResourceHandle second_a = driver.add(json, second);
  const ResourceHandle second_b = driver.add(R"({"type": "My.Net/circuits", "name": "b"})", second);
  finish();
  Identities identities(driver.graph);
  const auto find = [&](DeploymentId reader, const std::string& name) {
    return identities.find(reader, Value::string(id(name)));
  };
  EXPECT_EQ(find(driver.here, "a"), first_a);
  EXPECT_EQ(find(second, "A"), second_a);
  EXPECT_EQ(find(third, "b"), second_b);
  const auto external = find(third, "a");
  ASSERT_TRUE(external);
  EXPECT_TRUE(identities.is_external(*external));
  EXPECT_EQ(find(third, "a"), external);
  EXPECT_FALSE(identities.find(third, Value::string("no id")));
}

TEST_F(RelationsOfGraph, ScopesGoOutwards) {
  const ResourceHandle a = circuit("a");
  const ResourceHandle lock =
      driver.add(R"({"type": "My.Auth/locks", "name": "l", "scope": ")" + id("a") + R"("})");
  finish();
  Identities identities(driver.graph);
  Relations relations(driver.graph, identities);
  EXPECT_EQ(names(relations.scopes(a)), Lines({"a", "external", "external"}));
  EXPECT_EQ(names(relations.scopes(lock)), Lines({"l", "a", "external", "external"}));
  const ResourceHandle group = relations.scopes(a).members[1].as_resource();
  EXPECT_EQ(identities.type(group), "Microsoft.Resources/resourceGroups");
  // what is in the run's own group is as well known as the run itself
  EXPECT_EQ(names(relations.referrers(group, "My.Auth/locks", "scope")), Lines());
  EXPECT_EQ(names(relations.referrers(a, "My.Auth/locks", "scope")), Lines({"l"}));
}

TEST_F(RelationsOfGraph, RulesReadOfAnExternalResourceWhatItsIdSays) {
  driver.add_rule("EXR001", R"yaml(
severity: warning
kind: recommendation
for: [My.Net/links]
let: { peer: "resource(self.properties.peers[0].id)" }
checks:
  - forbid: peer.type == 'My.Net/circuits' && parent == null
    let: { parent: peer.parent }
    message: "`${peer.name}` is a ${peer.type}"
  - forbid: peer.location == 'here'
    message: "`${peer.name}` is here"
  - require: resource(self.properties.none) == null
    message: ${self.name}
)yaml");
  link_to("one", quoted(id("x", "1111")));
  EXPECT_EQ(driver.results(),
            Lines({"failed warning `x` is a My.Net/circuits", "open warning `x` is here"}));
}

TEST_F(RelationsOfGraph, WhatMayBeThereDecidesOnlyWhereItCan) {
  driver.add_rule("EXR001", R"yaml(
severity: warning
kind: recommendation
for: [My.Net/circuits]
let: { links: "referrers(self, 'My.Net/links', 'properties.peers[*].id')" }
checks:
  - forbid: empty(links)
    message: no links of ${self.name}
  - require: length(links) <= 1
    message: links of ${self.name} are ${links}
)yaml");
  circuit("a");
  circuit("b");
  link_to("one", quoted(id("a")));
  link_to("two", quoted(id("a")));
  link_to("three", R"({"$unknown": "param:id"})");
  EXPECT_EQ(driver.results(),
            Lines({"failed warning links of a are one, two, three", "open warning no links of b"}));
}

}  // namespace
}  // namespace exr
