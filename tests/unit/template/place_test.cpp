#include "template/place.h"

#include <gtest/gtest.h>

#include "template/text_builder.h"
#include "value/unknown.h"

namespace exr {
namespace {

std::string moved(const Value& id) {
  return plain_text(scope_id(place_at(id, root_place({}, TargetScope::ResourceGroup))));
}

TEST(Place, has_placeholders_for_what_nobody_said) {
  EXPECT_EQ(plain_text(scope_id(root_place({}, TargetScope::ResourceGroup))),
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}");
  EXPECT_EQ(
      plain_text(scope_id(root_place({.management_group = "mg"}, TargetScope::ManagementGroup))),
      "/providers/Microsoft.Management/managementGroups/mg");
  EXPECT_EQ(plain_text(scope_id(root_place({}, TargetScope::Tenant))), "/");
}

TEST(Place, is_what_an_id_names) {
  EXPECT_EQ(moved(Value::string("/subscriptions/s/resourceGroups/g")),
            "/subscriptions/s/resourceGroups/g");
  EXPECT_EQ(moved(Value::string("/subscriptions/s")), "/subscriptions/s");
  EXPECT_EQ(moved(Value::string("/subscriptions/s/resourcegroups/g/providers/A.B/c/n")),
            "/subscriptions/s/resourceGroups/g");
  EXPECT_EQ(moved(Value::string("/")), "/");
}

TEST(Place, forgets_its_location_elsewhere) {
  const Place here =
      root_place({.subscription_id = "s", .resource_group = "g", .location = "uksouth"},
                 TargetScope::ResourceGroup);
  EXPECT_EQ(place_at(Value::string("/subscriptions/s/resourceGroups/g"), here).location.as_string(),
            "uksouth");
  EXPECT_TRUE(
      place_at(Value::string("/subscriptions/s/resourceGroups/h"), here).location.is_unknown());
}

TEST(Place, is_not_the_old_one_where_it_is_unknown) {
  const Value id = Value::unknown(make_unknown(UnknownReason::Undecided, "if(x,y,z)"));
  EXPECT_EQ(moved(id),
            "/subscriptions/${${if(x,y,z)}.subscriptionId}/resourceGroups/"
            "${${if(x,y,z)}.resourceGroup}");
}

}  // namespace
}  // namespace exr
