// Which rules run, how severe they are, and what users set.

#include <gtest/gtest.h>

#include "unit/policy/policy_driver.h"

namespace exr {
namespace {

class SelectionOfRules : public testing::Test {
 protected:
  PolicyDriver driver;
  void SetUp() override {
    driver.add_vocabulary(R"yaml(
settings: { limit: { type: int, default: 10, description: d } }
let: { limit: settings.limit }
)yaml");
    driver.add_rule("EXR001", R"yaml(
severity: warning
kind: limit
for: [My.Net/circuits]
settings: { most: { type: int, default: 1, description: d } }
checks:
  - require: self.size <= settings.most
    message: over ${settings.most}
  - require: self.size <= limit
    severity: error
    message: over ${limit}
  - require: self.size > 100
    severity: note
    message: under ${100}
)yaml");
    driver.add(R"({"type": "My.Net/circuits", "name": "a", "size": 20})");
  }
};

TEST_F(SelectionOfRules, AChecksSeverityReplacesTheRules) {
  EXPECT_EQ(driver.results(),
            Lines({"failed warning over 1", "failed error over 10", "failed note under 100"}));
}

TEST_F(SelectionOfRules, TheUsersSeverityReplacesTheRulesAndCapsTheChecks) {
  driver.selection.overrides["EXR001"].severity = Severity::Note;
  EXPECT_EQ(driver.results(),
            Lines({"failed note over 1", "failed note over 10", "failed note under 100"}));
  driver.selection.overrides["EXR001"].severity = Severity::Error;
  EXPECT_EQ(driver.results(),
            Lines({"failed error over 1", "failed error over 10", "failed note under 100"}));
}

TEST_F(SelectionOfRules, UsersSetTheRulesSettingsAndTheVocabularys) {
  driver.selection.overrides["EXR001"].settings["most"] = Value::integer(50);
  driver.selection.settings["limit"] = Value::integer(15);
  EXPECT_EQ(driver.results(), Lines({"failed error over 15", "failed note under 100"}));
}

TEST_F(SelectionOfRules, WhatIsOffIgnoredOrNotSelectedDoesNotRun) {
  driver.selection.overrides["EXR001"].off = true;
  EXPECT_EQ(driver.results(), Lines());
  driver.selection = {};
  driver.selection.ignored = {"exr001"};
  EXPECT_EQ(driver.results(), Lines());
  driver.selection = {};
  driver.selection.selected = {"EXR002"};
  EXPECT_EQ(driver.results(), Lines());
}

TEST_F(SelectionOfRules, ARuleThatIsNotEnabledRunsWhereItIsTurnedOn) {
  Rule rule;
  rule.facts.id = "EXR009";
  rule.enabled = false;
  Selection selection;
  EXPECT_FALSE(runs(rule, selection));
  selection.overrides["EXR009"] = {};
  EXPECT_TRUE(runs(rule, selection));
  selection = {};
  selection.selected = {"EXR009"};
  EXPECT_TRUE(runs(rule, selection));
}

}  // namespace
}  // namespace exr
