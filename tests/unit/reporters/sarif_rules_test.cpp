#include "reporters/sarif_rules.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::string written(const RuleFacts& rule) {
  JsonWriter json(0);
  write_sarif_rule(json, rule);
  return std::move(json).document();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(SarifRuleName, HasOneCapitalAWord) {
  EXPECT_EQ(sarif_rule_name("single-peering-location"), "SinglePeeringLocation");
  EXPECT_EQ(sarif_rule_name("BGP-peer-ASN"), "BgpPeerAsn");
  EXPECT_EQ(sarif_rule_name("needs-2-links"), "Needs2links");
  EXPECT_EQ(sarif_rule_name("no-b-sku"), "NoBsku");
}

TEST(SarifRule, IsASecurityRuleOnlyByItsPillar) {
  const std::string security =
      written({.id = "EXR1", .severity = Severity::Error, .pillar = "security"});
  EXPECT_TRUE(contains(security, R"("security-severity": "8.0")"));
  EXPECT_TRUE(contains(security, R"("tags": ["expressroute", "security"])"));
  EXPECT_FALSE(contains(written({.id = "EXR1", .pillar = "cost"}), "security"));
}

TEST(SarifRule, GradesASuggestionAsARecommendation) {
  EXPECT_TRUE(contains(written({.id = "EXR1", .severity = Severity::Note}),
                       R"("problem.severity": "recommendation")"));
  EXPECT_TRUE(
      contains(written({.id = "EXR1", .confidence = "medium"}), R"("precision": "medium")"));
}

TEST(SarifRule, DescribesARuleThatSaysNoReasonByItsName) {
  EXPECT_TRUE(contains(written({.id = "EXR1", .name = "two-links"}),
                       R"("fullDescription": {"text": "Two links."})"));
}

TEST(SarifRule, CutsALongDescriptionAfterASentence) {
  const std::string sentence = std::string(600, 'x') + ".";
  const std::string json = written({.id = "EXR1", .name = "n", .why = sentence + " " + sentence});
  EXPECT_TRUE(
      contains(json, R"("fullDescription": {"text": "X)" + std::string(599, 'x') + R"(."})"));
}

}  // namespace
}  // namespace exr
