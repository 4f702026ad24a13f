// Where resources stand, their IDs, children, patches and derived attributes.

#include <gtest/gtest.h>

#include "mapping/mapped_id.h"
#include "unit/mapping/mapping_driver.h"
#include "unit/mapping/mapping_text.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

constexpr std::string_view kSubscription = "{subscriptionId}";

// The ID of the block's own resource.
std::string id_of(const std::string& yaml, std::string_view attributes) {
  const SmallMapping mapping(yaml);
  const MappingResult result = mapping.result(attributes);
  return to_json(mapped_id(result.resources.front(), kSubscription));
}

MappedPlace place_of(const std::string& in, std::string_view attributes,
                     const std::string& type = "type: My.Net/things\n") {
  const SmallMapping mapping(type + "name: name\nin: " + in + "\n");
  return mapping.result(attributes).resources.front().place;
}

TEST(MappingPlaces, in_a_group) {
  const std::string yaml =
      "type: My.Net/things/parts\nname: name\nin: {rg: resource_group_name, parents: "
      "[parent_name]}\n";
  EXPECT_EQ(
      id_of(yaml, R"({"name": "n", "resource_group_name": "g", "parent_name": "p"})"),
      "\"/subscriptions/{subscriptionId}/resourceGroups/g/providers/My.Net/things/p/parts/n\"");
  EXPECT_EQ(id_of(yaml, R"({"name": {"$unknown": "a.name"}, "resource_group_name": "g",
                            "parent_name": "p"})"),
            "{\"$unknown\":\"/subscriptions/{subscriptionId}/resourceGroups/g/providers/My.Net/"
            "things/p/parts/${a.name}\"}");
  EXPECT_EQ(id_of(yaml, R"({"name": "n", "resource_group_name": "g"})"), "null");
}

TEST(MappingPlaces, below_a_parent_or_a_scope) {
  const std::string parent = "type: My.Net/things/parts\nname: name\nin: {parent: scope}\n";
  EXPECT_EQ(id_of(parent, R"({"name": "n", "scope": "/x/things/p"})"), "\"/x/things/p/parts/n\"");
  const std::string scope = "type: My.Net/things\nname: name\nin: {scope: scope}\n";
  EXPECT_EQ(id_of(scope, R"({"name": "n", "scope": "/x"})"), "\"/x/providers/My.Net/things/n\"");
  EXPECT_EQ(id_of(scope, R"({"name": "n"})"), "null");
}

TEST(MappingPlaces, in_a_subscription_a_management_group_or_the_tenant) {
  EXPECT_EQ(
      id_of("type: Microsoft.Resources/resourceGroups\nname: name\nin: {subscription: true}\n",
            R"({"name": "g"})"),
      "\"/subscriptions/{subscriptionId}/resourceGroups/g\"");
  const std::string group = "type: My.Net/things\nname: name\nin: {mg: scope}\n";
  EXPECT_EQ(id_of(group, R"({"name": "n", "scope": "mg1"})"),
            "\"/providers/Microsoft.Management/managementGroups/mg1/providers/My.Net/things/n\"");
  EXPECT_EQ(id_of(group, R"({"name": "n",
                             "scope": "/providers/Microsoft.Management/managementGroups/mg1"})"),
            "\"/providers/Microsoft.Management/managementGroups/mg1/providers/My.Net/things/n\"");
  EXPECT_EQ(id_of("type: My.Net/things\nname: name\nin: {tenant: true}\n", R"({"name": "n"})"),
            "\"/providers/My.Net/things/n\"");
}

TEST(MappingPlaces, the_first_form_whose_attribute_is_set) {
  const std::string in = "[{parent: scope}, {rg: resource_group_name}]";
  EXPECT_EQ(place_of(in, R"({"scope": "/p", "resource_group_name": null})").kind,
            MappedPlace::Kind::Parent);
  EXPECT_EQ(place_of(in, R"({"scope": null, "resource_group_name": "g"})").kind,
            MappedPlace::Kind::ResourceGroup);
  EXPECT_EQ(place_of(in, "{}").kind, MappedPlace::Kind::Parent);
}

TEST(MappingPlaces, as_azapi_places_by_type_and_parent) {
  const std::string in = "{auto: scope}";
  const std::string nested = "type: My.Net/things/parts\n";
  EXPECT_EQ(place_of(in, R"({"scope": "/p"})", nested).kind, MappedPlace::Kind::Parent);
  EXPECT_EQ(place_of(in, R"({"scope": "/p"})").kind, MappedPlace::Kind::Scope);
  EXPECT_EQ(place_of(in, R"({"scope": "/"})").kind, MappedPlace::Kind::Tenant);
  EXPECT_EQ(place_of(in, "{}").kind, MappedPlace::Kind::Subscription);
  EXPECT_EQ(place_of(in, R"({"scope": {"$unknown": "a"}})").kind, MappedPlace::Kind::Scope);
}

TEST(MappingPlaces, a_name_that_the_provider_makes_up_is_unknown) {
  const SmallMapping mapping("type: My.Net/things\nname: filled\nin: {scope: scope}\n");
  const MappingResult result =
      mapping.result(R"({"filled": {"$unknown": "a.filled"}})", R"({"text": {}})");
  EXPECT_EQ(to_json(result.resources.front().name), "{\"$unknown\":\"a.filled\"}");
}

TEST(MappingPlaces, children_stand_below_their_block) {
  const SmallMapping mapping(
      "type: My.Net/things\napi: '1'\nname: name\nin: {rg: resource_group_name}\nchildren:\n"
      "  - {type: My.Net/things/parts, name: =one, set: {t: text, p: \"{$id}/x\"}}\n"
      "  - {type: My.Net/things/others, name: =two, if: single}\n");
  const MappingResult result =
      mapping.result(R"({"name": "n", "resource_group_name": "g", "text": "a"})");
  ASSERT_EQ(result.resources.size(), 2U);
  EXPECT_EQ(
      to_json(mapped_id(result.resources[1], kSubscription)),
      "\"/subscriptions/{subscriptionId}/resourceGroups/g/providers/My.Net/things/n/parts/one\"");
  EXPECT_EQ(result.resources[1].api_version, "1");
  EXPECT_EQ(to_json(result.resources[1].body),
            "{\"t\":\"a\",\"p\":\"/subscriptions/{subscriptionId}/resourceGroups/g/providers/"
            "My.Net/things/n/x\"}");
  EXPECT_EQ(mapping.result(R"({"name": "n", "single": [{}]})").resources.size(), 3U);
}

TEST(MappingPlaces, patches_edit_another_resource) {
  const SmallMapping mapping(
      "patch: {target: scope, type: My.Net/things}\nset: {properties.a.id: text}\n");
  const MappingResult result = mapping.result(R"({"scope": "/x", "text": "/y"})");
  EXPECT_TRUE(result.resources.empty());
  ASSERT_EQ(result.patches.size(), 1U);
  EXPECT_EQ(to_json(result.patches[0].target), "\"/x\"");
  EXPECT_EQ(result.patches[0].target_type, "My.Net/things");
  EXPECT_FALSE(result.patches[0].appends);
  EXPECT_EQ(to_json(result.patches[0].body), R"({"properties":{"a":{"id":"/y"}}})");

  const SmallMapping appending(
      "patch: {target: scope, type: My.Net/things, append: true}\n"
      "set: {properties.routes: {concat: [{set: {name: name}}]}}\n");
  const MappingResult appended = appending.result(R"({"scope": "/x", "name": "n"})");
  EXPECT_TRUE(appended.patches[0].appends);
  EXPECT_EQ(to_json(appended.patches[0].body), R"({"properties":{"routes":[{"name":"n"}]}})");
}

TEST(MappingPlaces, nothing_stands_in_the_data_plane) {
  const MappingResult result = SmallMapping("data_plane: true\n").result(R"({"name": "n"})");
  EXPECT_TRUE(result.resources.empty());
  EXPECT_TRUE(result.patches.empty());
}

std::string derived(const SmallMapping& mapping, std::string_view attribute,
                    std::string_view attributes) {
  const Value values = value_of(attributes);
  const Value none = Value::null();
  const MappingInput input = {.type = "azurerm_thing",
                              .address = "a",
                              .attributes = values,
                              .expressions = none,
                              .place = {}};
  const auto value = derived_attribute(mapping.mapping(), input, attribute, Value::string("/own"));
  return value ? to_json(*value) : "nothing";
}

TEST(MappingPlaces, derived_attributes_come_from_the_id_and_from_others) {
  const SmallMapping mapping(
      "type: My.Net/things\nderive: {status: \"{$id}/s\", filled: \"https://{name}.net/\"}\n");
  EXPECT_EQ(derived(mapping, "status", "{}"), "\"/own/s\"");
  EXPECT_EQ(derived(mapping, "filled", R"({"name": "n"})"), "\"https://n.net/\"");
  EXPECT_EQ(derived(mapping, "filled", "{}"), "nothing");
  EXPECT_EQ(derived(mapping, "text", R"({"text": "a"})"), "nothing");
  EXPECT_EQ(derived(mapping, "id", "{}"), "\"/own\"");
  EXPECT_EQ(
      derived(SmallMapping("tf_id: \"{scope}|{name}\"\n"), "id", R"({"scope": "/s", "name": "n"})"),
      "\"/s|n\"");
}

TEST(MappingPlaces, values_keep_their_places_and_made_ones_have_that_of_the_record) {
  const SmallMapping mapping(set_x("{each: many, set: {a: text, b: =c}}"));
  const Span element = {.file = FileId{1}, .begin = 5, .end = 9};
  const Span record = {.file = FileId{1}, .begin = 1, .end = 90};
  Object block;
  block.set("text", Value::string("t", {.file = FileId{1}, .begin = 6, .end = 8}));
  Array many;
  many.add(Value::object(std::move(block), element));
  Object attributes;
  attributes.set("many", Value::array(std::move(many), {.file = FileId{1}, .begin = 4, .end = 10}));
  const Value values = Value::object(std::move(attributes));
  const Value none = Value::null();
  const MappingResult result = map_resource(mapping.mapping(), {.type = "azurerm_thing",
                                                                .address = "a",
                                                                .attributes = values,
                                                                .expressions = none,
                                                                .place = record});
  const Value& body = result.resources.front().body;
  EXPECT_EQ(body.origin(), record);
  const Value& list = *body.as_object().find("x");
  EXPECT_EQ(list.origin().begin, 4U);
  const Value& first = list.as_array().members.front();
  EXPECT_EQ(first.origin(), element);
  EXPECT_EQ(first.as_object().find("a")->origin().begin, 6U);
  EXPECT_EQ(first.as_object().find("b")->origin(), record);
}

TEST(MappingPlaces, what_is_made_of_a_secret_is_one) {
  Trail secret;
  secret.secure = true;
  Object attributes;
  attributes.set("text", Value::string("hunter2").with_trail(TrailPointer::make(secret)));
  const Value values = Value::object(std::move(attributes));
  const Value none = Value::null();
  for (const char* side : {"text", "text | list", "text | ref", "text | loc", "text | split / 0",
                           "\"a{text}\"", "text | eq b", "{if: text, set: {a: text}}"}) {
    const SmallMapping mapping(set_x(side));
    const MappingResult result = map_resource(mapping.mapping(), {.type = "azurerm_thing",
                                                                  .address = "a",
                                                                  .attributes = values,
                                                                  .expressions = none,
                                                                  .place = {}});
    const std::string shown = message_text(result.resources.front().body);
    EXPECT_EQ(shown.find("hunter2"), std::string::npos) << side << ": " << shown;
  }
}

TEST(MappingPlaces, what_the_schema_calls_sensitive_is_a_secret) {
  const SmallMapping mapping(set_x("secret"));
  const MappingResult result = mapping.result(R"({"secret": "hunter2"})");
  EXPECT_TRUE(is_secure(result.resources.front().body.as_object().find("x")->trail()));
  const MappingResult open = SmallMapping(set_x("text")).result(R"({"text": "hunter2"})");
  EXPECT_FALSE(is_secure(open.resources.front().body.as_object().find("x")->trail()));
}

}  // namespace
}  // namespace exr
