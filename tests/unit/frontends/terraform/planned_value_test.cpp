#include "frontends/terraform/planned_value.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/frontends/terraform/plan_text.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {
namespace {

// One resource of a plan with its values.
struct Planned {
  Planned(const std::string& after, const std::string& unknown, const std::string& sensitive = "{}")
      : text(PlanText::of(
            R"("resource_changes":[{"address":"x.y[\"k\"]","mode":"managed","type":"x","name":"y",)"
            R"("index":"k","change":{"actions":["create"],"after":)" +
            after + R"(,"after_unknown":)" + unknown + R"(,"after_sensitive":)" + sensitive +
            "}}]")) {
    attributes = planned_value(text.plan->resources.at(0), text.sources, Limits{}).attributes;
  }
  std::string json() const { return to_json(attributes); }
  const Value& at(std::string_view name) const { return *attributes.as_object().find(name); }

  PlanText text;
  Value attributes;
};

std::string json_of(const std::string& after, const std::string& unknown) {
  return Planned(after, unknown).json();
}

TEST(PlannedValue, IsWhatIsKnown) {
  const Planned planned(R"({"a":1,"b":[{"c":"x","d":null}],"e":{"F":true,"f":false}})", "{}");
  EXPECT_EQ(planned.json(), R"({"a":1,"b":[{"c":"x","d":null}],"e":{"F":true,"f":false}})");
  EXPECT_EQ(planned.text.at(planned.at("b").origin()), R"([{"c":"x","d":null}])");
  EXPECT_EQ(planned.text.at(planned.at("a").origin()), "1");
}

TEST(PlannedValue, SaysWhatIsKnownAfterApply) {
  const Planned planned(R"({"a":1})", R"({"id":true,"a":false})");
  EXPECT_EQ(planned.json(), R"({"a":1,"id":{"$unknown":"x.y[\"k\"].id"}})");
  EXPECT_EQ(planned.at("id").as_unknown().reason, UnknownReason::KnownAfterApply);
  EXPECT_EQ(planned.at("id").origin(), planned.text.plan->resources[0].span);
}

TEST(PlannedValue, WalksIntoBlocks) {
  EXPECT_EQ(json_of(R"({"ip":[{"name":"a"},{"name":"b"}]})", R"({"ip":[{},{"id":true}]})"),
            R"({"ip":[{"name":"a"},{"name":"b","id":{"$unknown":"x.y[\"k\"].ip[1].id"}}]})");
  EXPECT_EQ(json_of(R"({"s":["p",null,"q"]})", R"({"s":[false,true,false]})"),
            R"({"s":["p",{"$unknown":"x.y[\"k\"].s[1]"},"q"]})");
  EXPECT_EQ(
      json_of(R"({"b":{"p":{"q":[{"r":{"k":1}}]}}})", R"({"b":{"p":{"q":[{"r":{"id":true}}]}}})"),
      R"({"b":{"p":{"q":[{"r":{"k":1,"id":{"$unknown":"x.y[\"k\"].b.p.q[0].r.id"}}}]}}})");
  EXPECT_EQ(json_of(R"({"t":{}})", R"({"t":{"a.b":true}})"),
            R"({"t":{"a.b":{"$unknown":"x.y[\"k\"].t[\"a.b\"]"}}})");
}

TEST(PlannedValue, MakesWhatOnlyTheMarksHave) {
  EXPECT_EQ(
      json_of("{}", R"({"l":[{"id":true},{}],"o":{"p":true,"q":false},"e":[],"f":{}})"),
      R"({"l":[{"id":{"$unknown":"x.y[\"k\"].l[0].id"}}],"o":{"p":{"$unknown":"x.y[\"k\"].o.p"}}})");
  EXPECT_EQ(json_of(R"({"l":[1]})", R"({"l":[false,false,true]})"),
            R"({"l":[1,null,{"$unknown":"x.y[\"k\"].l[2]"}]})");
  EXPECT_EQ(json_of(R"({"o":null})", R"({"o":{"p":true}})"),
            R"({"o":{"p":{"$unknown":"x.y[\"k\"].o.p"}}})");
}

TEST(PlannedValue, IsAnObjectWhateverThePlanSays) {
  EXPECT_EQ(json_of("null", "false"), "{}");
  EXPECT_EQ(json_of("null", R"({"id":true})"), R"({"id":{"$unknown":"x.y[\"k\"].id"}})");
  const Planned unknown("null", "true");
  EXPECT_TRUE(unknown.attributes.as_object().is_open());
  const PlannedResource none;
  EXPECT_EQ(to_json(planned_value(none, SourceMap(), Limits{}).attributes), "{}");
}

TEST(PlannedValue, MarksSecrets) {
  const Planned planned(R"({"key":"hunter2","n":null,"b":[{"k":"x","l":1}],"c":{"d":["e"]}})",
                        R"({"later":true})",
                        R"({"key":true,"n":true,"later":true,"b":[{"k":true}],"c":true})");
  EXPECT_EQ(planned.at("key").as_string(), "hunter2");
  EXPECT_EQ(planned.at("key").trail()->kind, Trail::Kind::Literal);
  EXPECT_EQ(planned.at("key").trail()->span, planned.at("key").origin());
  EXPECT_TRUE(is_secure(planned.at("key").trail()));
  EXPECT_FALSE(is_secure(planned.at("n").trail()));
  EXPECT_TRUE(is_secure(planned.at("later").trail()));
  EXPECT_TRUE(planned.at("later").is_unknown());
  const Object& block = planned.at("b").as_array().members[0].as_object();
  EXPECT_FALSE(is_secure(planned.at("b").trail()));
  EXPECT_TRUE(is_secure(block.find("k")->trail()));
  EXPECT_FALSE(is_secure(block.find("l")->trail()));
  const Value& list = *planned.at("c").as_object().find("d");
  EXPECT_TRUE(is_secure(planned.at("c").trail()));
  EXPECT_TRUE(is_secure(list.as_array().members[0].trail()));
}

TEST(PlannedValue, KeepsPartsOfASecretSecretWhereMarksDiffer) {
  const Planned planned(R"({"c":{"d":"e"}})", R"({"c":{"later":true}})", R"({"c":true})");
  const Object& object = planned.at("c").as_object();
  EXPECT_TRUE(is_secure(object.find("d")->trail()));
  EXPECT_TRUE(is_secure(object.find("later")->trail()));
}

TEST(PlanJson, DecodesAnyPart) {
  const auto text = PlanText::of(R"("variables":{"v":{"value":[1,{"a":"b"}]}})");
  EXPECT_EQ(to_json(plan_json(text.plan->variables.at(0).value, text.sources, Limits{})),
            R"([1,{"a":"b"}])");
  EXPECT_TRUE(plan_json(Span{}, text.sources, Limits{}).is_null());
}

}  // namespace
}  // namespace exr
