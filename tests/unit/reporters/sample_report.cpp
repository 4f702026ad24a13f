#include "unit/reporters/sample_report.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace exr {

namespace {

const std::string kMain = "hub/main.bicep";
const std::string kProd = "hub/prod.bicepparam";

FindingSubject circuit() {
  return {.type = "Microsoft.Network/expressRouteCircuits",
          .name = "er-hub",
          .id =
              "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/"
              "Microsoft.Network/expressRouteCircuits/er-hub",
          .address = "circuit"};
}

}  // namespace

std::string read_tree_text(const std::string& path) {
  std::ifstream file(std::string(EXRLINT_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

SampleReport::SampleReport() {
  for (const std::string& path : {kMain, kProd})
    sources_.add(path, read_tree_text("fixtures/reports/sources/" + path));
  report_.sources = &sources_;
  report_.summary = {.files = 2,
                     .ignored = 3,
                     .resources = 1,
                     .rules = 5,
                     .unknown_values = 3,
                     .partial = true,
                     .milliseconds = 6};
  add_rules();
  add_findings();
  add_hidden_findings();
  add_problems();
  finish(report_);
}

Span SampleReport::place(const std::string& file, std::string_view text) const {
  const FileId id = *sources_.find(file);
  const std::size_t begin = sources_.file(id).text().find(text);
  EXPECT_NE(begin, std::string_view::npos) << text;
  return {.file = id,
          .begin = static_cast<std::uint32_t>(begin),
          .end = static_cast<std::uint32_t>(begin + text.size())};
}

void SampleReport::add_rules() {
  report_.rules = {
      {.id = "EXR1",
       .name = "sku-tier-valid",
       .severity = Severity::Error,
       .kind = "validity",
       .pillar = "reliability",
       .confidence = "high",
       .messages = {"circuit `{0}` has the tier `{1}`", "{0} circuits have the tier `{1}`"},
       .why = "Azure rejects a circuit of another tier\nwhen it is deployed.\n",
       .fix = "use `Local`, `Standard` or `Premium`",
       .sources = {{.title = "Circuit SKUs",
                    .url = "https://learn.microsoft.com/azure",
                    .date = "2026-03-12"}},
       .covers = {"PSRule Azure.ER.Tier"},
       .since = "0.1.0"},
      {.id = "EXR2",
       .name = "single-peering-location",
       .kind = "recommendation",
       .pillar = "reliability",
       .confidence = "medium",
       .messages = {"every circuit of `{0}` ends in `{1}`"},
       .why = "A peering location is one building. When it fails, so does every circuit that ends "
              "there."},
      {.id = "EXR3",
       .name = "traffic-encrypted",
       .severity = Severity::Note,
       .kind = "recommendation",
       .pillar = "security",
       .confidence = "high",
       .messages = {"nothing encrypts what `properties.{0}` of {1} carries"},
       .why = "A provider can read what crosses the circuit."},
  };
}

void SampleReport::add_findings() {
  report_.findings.push_back({.rule = "EXR2",
                              .message = "every circuit of `er-hub` ends in `Amsterdam`",
                              .arguments = {"er-hub", "Amsterdam"},
                              .fix = "add a circuit in another peering location",
                              .subject = circuit(),
                              .span = place(kMain, "peeringLocation\n      b"),
                              .related = {{"set by", place(kProd, "'Amsterdam'")},
                                          {"declared at", place(kMain, "circuit")}},
                              .notes = {"by table `peeringLocations` of 2026-03-12"},
                              .path = "properties.serviceProviderProperties.peeringLocation"});
  report_.findings.back().span.end -= 8;
  report_.findings.push_back({.rule = "EXR1",
                              .severity = Severity::Error,
                              .message = "circuit `er-hub` has the tier `Basic`",
                              .arguments = {"er-hub", "Basic"},
                              .fix = "use `Local`, `Standard` or `Premium`",
                              .subject = circuit(),
                              .span = place(kMain, "'Basic'"),
                              .path = "sku.tier"});
  report_.findings.push_back(
      {.rule = "EXR3",
       .severity = Severity::Note,
       .message = "nothing encrypts what `properties.serviceProviderProperties` of er-hub carries",
       .arguments = {"serviceProviderProperties", "er-hub"},
       .subject = circuit(),
       .span = place(kMain,
                     "serviceProviderProperties: {\n      peeringLocation: peeringLocation\n"
                     "      bandwidthInMbps: 50\n    }"),
       .path = "properties.serviceProviderProperties"});
}

void SampleReport::add_hidden_findings() {
  report_.findings.push_back({.rule = "EXR2",
                              .outcome = Outcome::Open,
                              .message = "every circuit of `er-hub` ends in `${prefix}`",
                              .arguments = {"er-hub", "${prefix}"},
                              .subject = circuit(),
                              .span = place(kMain, "prefix"),
                              .notes = {"`prefix` is not known: a function of the run time"},
                              .path = "name"});
  report_.findings.push_back(
      {.rule = "EXR1",
       .message = "2 circuits have the tier `Metered`",
       .arguments = {"2", "Metered"},
       .check = 1,
       .subject = circuit(),
       .span = place(kMain, "'MeteredData'"),
       .suppression = Suppression{.reason = "a test circuit", .span = place(kMain, "family")},
       .path = "sku.family"});
  report_.findings.push_back({.rule = "EXR2",
                              .message = "every circuit of `er-hub` ends in `westeurope`",
                              .arguments = {"er-hub", "westeurope"},
                              .subject = {.type = "parameter", .name = "location"},
                              .span = place(kProd, "'westeurope'"),
                              .baselined = true});
}

void SampleReport::add_problems() {
  report_.problems = {
      {.kind = ProblemKind::SyntaxError,
       .message = "expected a type in quotes after `broken`, as in "
                  "`'Microsoft.Network/expressRouteCircuits@2024-05-01'`",
       .span = place(kMain, "= {\n")},
      {.kind = ProblemKind::UnreadableModule,
       .message = "module file `hub/gateway.bicep` does not exist",
       .span = place(kMain, "'gateway.bicep'")},
      {.kind = ProblemKind::UnreadableFile,
       .message = "file does not exist",
       .path = "hub/missing.bicep"},
      {.kind = ProblemKind::ConstraintViolation,
       .message = "parameter `location` is `westeurope`, but allowed are `uksouth`",
       .span = place(kProd, "'westeurope'"),
       .related = {{.message = "declared at", .span = place(kMain, "prefix")}}},
  };
  report_.problems[0].span = {.file = *sources_.find(kMain),
                              .begin = place(kMain, "broken = {").begin + 7,
                              .end = place(kMain, "broken = {").begin + 8};
}

}  // namespace exr
