#include "findings/fingerprints.h"

#include <gtest/gtest.h>

namespace exr {
namespace {

std::vector<std::string> hashes(std::string_view text) {
  std::vector<std::string> result;
  for (const LineHash& hash : line_hashes(text)) result.push_back(hash.text());
  return result;
}

using Lines = std::vector<std::string>;

constexpr std::string_view kEndOfFile = "c129715d7a2bc9a3:1";

// The expected values are those that upload-sarif computes for these texts.
TEST(LineHashes, GiveEveryLineOfAFile) {
  EXPECT_EQ(hashes(""), (Lines{std::string(kEndOfFile)}));
  EXPECT_EQ(hashes("\n"), (Lines{"3c5bef55b72b93c9:1", std::string(kEndOfFile)}));
  EXPECT_EQ(hashes("}\n}\n}\n"), (Lines{"fec212a38d15109c:1", "1da0d4c20a2cbb51:1",
                                        "32dce9ccfdbc9d3e:1", std::string(kEndOfFile)}));
}

TEST(LineHashes, LookPastBlanksAndKindsOfLineBreaks) {
  const Lines expected = {"1dac45049938d132:1", "cf5c8a4ebbb50c21:1", "c62c98845555fbdb:1",
                          "1da0d4c20a2cbb51:1", "32dce9ccfdbc9d3e:1", std::string(kEndOfFile)};
  EXPECT_EQ(hashes("{\n  \"sku\": {\n    \"tier\": \"Basic\"\n  }\n}\n"), expected);
  EXPECT_EQ(hashes("{\r\n  \"sku\": {\r\n    \"tier\": \"Basic\"\r\n  }\r\n}\r\n"), expected);
  EXPECT_EQ(hashes("{\r\t\"sku\":{\r\t\"tier\":\"Basic\"\r\t}\r}\r"), expected);
}

TEST(LineHashes, AreOfUtf16Units) {
  EXPECT_EQ(hashes("// \u00fcber\n").front(), "1d75f298dc0df13c:1");
  EXPECT_EQ(hashes("// \U0001F600\n").front(), "77277109862ca194:1");
  EXPECT_EQ(hashes("param a string\n").front(), "1b2876eaba3c21aa:1");
  EXPECT_EQ(hashes("\uFEFFparam a string\n").front(), "e72bd146c39d1a85:1");
  EXPECT_EQ(hashes("// \xff\xfe\xc3\n").front(), "af762345ba38e516:1");
}

TEST(LineHashes, ReachOverAHundredUnitsAndCountEqualOnes) {
  const std::string line = std::string(150, 'a') + "\n";
  const Lines found = hashes(line + line);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], "871f6af4d0d4dd7c:1");
  EXPECT_EQ(found[1], "871f6af4d0d4dd7c:2");
}

Finding circuit_finding() {
  return {.rule = "EXR101",
          .subject = {.type = "Microsoft.Network/expressRouteCircuits",
                      .name = "er",
                      .id = "/subscriptions/S/x"},
          .path = "sku.tier"};
}

TEST(ResourceFingerprint, DependsOnRuleFileResourceAndProperty) {
  const std::string original = resource_fingerprint(circuit_finding(), "main.bicep");
  EXPECT_EQ(original.size(), 16U);
  Finding changed = circuit_finding();
  changed.rule = "EXR102";
  EXPECT_NE(resource_fingerprint(changed, "main.bicep"), original);
  changed = circuit_finding();
  changed.subject.id = "/subscriptions/S/y";
  EXPECT_NE(resource_fingerprint(changed, "main.bicep"), original);
  changed = circuit_finding();
  changed.path = "sku.family";
  EXPECT_NE(resource_fingerprint(changed, "main.bicep"), original);
  EXPECT_NE(resource_fingerprint(circuit_finding(), "other.bicep"), original);
}

TEST(ResourceFingerprint, StaysWhereThePlaceTheTextOrTheSpellingChange) {
  const std::string original = resource_fingerprint(circuit_finding(), "main.bicep");
  Finding changed = circuit_finding();
  changed.span = {.file = FileId{0}, .begin = 7, .end = 9};
  changed.message = "another wording";
  changed.severity = Severity::Error;
  changed.subject.id = "/Subscriptions/s/X";
  changed.subject.address = "renamed";
  EXPECT_EQ(resource_fingerprint(changed, "main.bicep"), original);
}

TEST(ResourceFingerprint, TellsResourcesWithoutIdByTheirAddress) {
  Finding first = circuit_finding();
  first.subject.id.clear();
  first.subject.address = "hub/circuits[0]";
  Finding second = first;
  second.subject.address = "hub/circuits[1]";
  EXPECT_NE(resource_fingerprint(first, "main.bicep"), resource_fingerprint(second, "main.bicep"));
}

// What users keep in their baselines must not change with a release.
TEST(ResourceFingerprint, IsTheSameInEveryVersion) {
  EXPECT_EQ(resource_fingerprint(circuit_finding(), "main.bicep"), "f1d299981bb60ed1");
}

}  // namespace
}  // namespace exr
