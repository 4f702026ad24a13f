// Values that are one of several: a check is judged for each combination.

#include <gtest/gtest.h>

#include "unit/policy/policy_driver.h"

namespace exr {
namespace {

class Candidates : public testing::Test {
 protected:
  PolicyDriver driver;
  void add_rule(const std::string& require) {
    driver.add_rule("EXR001",
                    "severity: warning\nkind: recommendation\nfor: [My.Net/circuits]\nrequire: " +
                        require + "\nmessage: tier is `${self.tier}`, kind is `${self.kind}`\n");
  }
};

TEST_F(Candidates, AllTheSameIsTheVerdictAndTheMessageNamesTheSet) {
  add_rule("self.tier == 'good'");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "kind": "k",
                 "tier": {"$one": ["bad", "worse"], "of": "param:tier"}})");
  EXPECT_EQ(driver.results(), Lines({"failed warning tier is `bad or worse`, kind is `k`"}));
}

TEST_F(Candidates, OtherwiseItIsOpenAndNamesThoseThatFail) {
  add_rule("self.tier == 'good'");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "kind": "k",
                 "tier": {"$one": ["bad", "good", "worse"], "of": "param:tier"}})");
  EXPECT_EQ(driver.results(), Lines({"open warning tier is `bad or worse`, kind is `k`"}));
}

TEST_F(Candidates, ValuesOfOneSourceGoTogether) {
  add_rule("(self.tier == 'good') == (self.kind == 'fine')");
  driver.add(R"({"type": "My.Net/circuits", "name": "a",
                 "tier": {"$one": ["bad", "good"], "of": "param:env"},
                 "kind": {"$one": ["poor", "fine"], "of": "param:env"}})");
  EXPECT_EQ(driver.results(), Lines());
}

TEST_F(Candidates, IndependentSourcesAreTriedInEveryCombination) {
  add_rule("self.tier == 'good' || self.kind != 'bad'");
  driver.add(R"({"type": "My.Net/circuits", "name": "a",
                 "tier": {"$one": ["bad", "good"], "of": "param:tier"},
                 "kind": {"$one": ["bad", "fine"], "of": "param:kind"}})");
  EXPECT_EQ(driver.results(), Lines({"open warning tier is `bad`, kind is `bad`"}));
}

TEST_F(Candidates, MoreThanSixteenCombinationsStayOpen) {
  add_rule("self.tier + self.kind + self.size == 100");
  const std::string numbers = R"({"$one": [0, 1, 2, 3, 4], "of": "param:)";
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "tier": )" + numbers +
             R"(tier"}, "kind": )" + numbers + R"(kind"}, "size": )" + numbers + R"(size"}})");
  const std::vector<Finding> findings = driver.check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].outcome, Outcome::Open);
}

TEST_F(Candidates, RememberedValuesOfOtherCasesAreNotUsed) {
  driver.add_rule("EXR001", R"yaml(
severity: warning
kind: recommendation
for: [My.Net/circuits]
let:
  tier: toLower(self.tier)
  word: "'${tier}-${kindOf(self)}'"
  kindOf(r): r.kind
require: contains(['bad-k', 'good-k'], word) && word != 'good-k'
message: word is `${word}`
)yaml");
  driver.add(R"({"type": "My.Net/circuits", "name": "a", "kind": "k",
                 "tier": {"$one": ["BAD", "GOOD"], "of": "param:tier"}})");
  EXPECT_EQ(driver.results(), Lines({"open warning word is `good-k`"}));
}

}  // namespace
}  // namespace exr
