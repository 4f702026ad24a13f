#include "frontends/terraform/reference_targets.h"

#include <gtest/gtest.h>

#include "unit/frontends/terraform/mapped_plan_driver.h"

namespace exr {
namespace {

std::string resources(const std::vector<std::string>& blocks, std::string_view rest = "") {
  std::string text = R"({"resources":[)";
  for (std::size_t i = 0; i < blocks.size(); ++i) text += (i > 0 ? "," : "") + blocks[i];
  return text + "]" + std::string(rest) + "}";
}

// Where an attribute of an instance leads to: `address.path`, with a mark for what is not certain.
std::string targets(const ShortPlan& plan, std::string_view address, std::string_view attribute) {
  PlanInstances instances(plan.plan());
  WrittenExpressions expressions(plan.sources(), plan.limits());
  ReferenceFollower follower(instances, expressions);
  const InstanceId instance = plan.instance(address);
  const Value& written = expressions.at(instances.block_of(instance)->configured->expressions);
  const WrittenExpression found = find_written(written, Value(), {std::string(attribute)});
  if (!found.is_known()) return "nothing written";
  const ReferenceTargets targets = follower.follow(*found.value, follower.site_of(instance));
  std::string text;
  for (const ReferenceTarget& target : targets.targets)
    text += instances.resource(target.instance).address + " " + path_text(target.path) + "; ";
  if (!targets.complete) text += "and more; ";
  if (targets.others > 0) text += "and others; ";
  return text;
}

const PlanRecord kUser = {.address = "azurerm_route.user", .after = "{}"};

TEST(ReferenceTargets, are_the_one_instance_of_a_block) {
  const ShortPlan plan(
      {kUser, {.address = "azurerm_subnet.s", .after = "{}"}},
      resources({block(
          "azurerm_route.user",
          R"({"subnet_id":)" + references({"azurerm_subnet.s.id", "azurerm_subnet.s"}) + "}")}));
  EXPECT_EQ(targets(plan, "azurerm_route.user", "subnet_id"), "azurerm_subnet.s id; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "other_id"), "nothing written");
}

TEST(ReferenceTargets, follow_a_constant_index) {
  const ShortPlan plan(
      {kUser,
       {.address = "azurerm_subnet.s[0]", .after = "{}"},
       {.address = "azurerm_subnet.s[1]", .after = "{}"}},
      resources({block("azurerm_route.user", R"({"one":)" + references({"azurerm_subnet.s[1].id"}) +
                                                 R"(,"any":)" + references({"azurerm_subnet.s"}) +
                                                 R"(,"gone":)" +
                                                 references({"azurerm_subnet.s[2].id"}) + "}")}));
  EXPECT_EQ(targets(plan, "azurerm_route.user", "one"), "azurerm_subnet.s[1] id; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "any"),
            "azurerm_subnet.s[0] ; azurerm_subnet.s[1] ; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "gone"), "");
}

TEST(ReferenceTargets, have_the_same_key_beside_each_key) {
  const ShortPlan plan(
      {{.address = R"(azurerm_route.user["a"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["b"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["a"])", .after = "{}"}},
      resources({block("azurerm_route.user",
                       R"({"subnet_id":)" + references({"azurerm_subnet.s", "each.key"}) + "}",
                       R"({"constant_value":{"a":{}}})")}));
  EXPECT_EQ(targets(plan, R"(azurerm_route.user["a"])", "subnet_id"),
            R"(azurerm_subnet.s["a"] ; )");
}

TEST(ReferenceTargets, are_picked_by_a_known_value) {
  const ShortPlan plan(
      {{.address = R"(azurerm_route.user["x"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["a"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["b"])", .after = "{}"}},
      resources(
          {block("azurerm_route.user",
                 R"({"subnet_id":)" +
                     references({"azurerm_subnet.s", "each.value.subnet", "each.value"}) + "}",
                 references({"var.routes"}))},
          R"(,"variables":{"routes":{}})"),
      R"(,"variables":{"routes":{"value":{"x":{"subnet":"b"}}}})");
  EXPECT_EQ(targets(plan, R"(azurerm_route.user["x"])", "subnet_id"),
            R"(azurerm_subnet.s["b"] ; )");
}

TEST(ReferenceTargets, of_each_value_are_those_of_for_each) {
  const ShortPlan plan(
      {{.address = R"(azurerm_route.same["a"])", .after = "{}"},
       {.address = R"(azurerm_route.map["a"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["a"])", .after = "{}"},
       {.address = R"(azurerm_subnet.s["b"])", .after = "{}"}},
      resources(
          {block("azurerm_route.same",
                 R"({"subnet_id":)" + references({"each.value.id", "each.value"}) + "}",
                 references({"azurerm_subnet.s"})),
           block("azurerm_route.map", R"({"subnet_id":)" + references({"each.value"}) + "}",
                 references({R"(azurerm_subnet.s["a"].id)", R"(azurerm_subnet.s["b"].id)"}))}));
  EXPECT_EQ(targets(plan, R"(azurerm_route.same["a"])", "subnet_id"),
            R"(azurerm_subnet.s["a"] id; )");
  // which key has which value is not in a plan
  EXPECT_EQ(targets(plan, R"(azurerm_route.map["a"])", "subnet_id"),
            R"(azurerm_subnet.s["a"] id; azurerm_subnet.s["b"] id; )");
}

TEST(ReferenceTargets, come_out_of_modules_and_go_into_them) {
  const std::string hub =
      R"(,"module_calls":{"hub":{"expressions":{"given":)" + references({"azurerm_subnet.s.id"}) +
      R"(},"module":{"outputs":{"subnet":{"expression":)" + references({"azurerm_subnet.inner"}) +
      R"(},"passed":{"expression":)" + references({"var.given"}) + R"(}},"resources":[)" +
      block("azurerm_subnet.inner", "{}") + "," +
      block("azurerm_route.in", R"({"subnet_id":)" + references({"var.given"}) + "}") +
      R"(],"variables":{"given":{}}}}})";
  const ShortPlan plan(
      {kUser,
       {.address = "azurerm_subnet.s", .after = "{}"},
       {.address = "azurerm_subnet.inner", .after = "{}", .module = "module.hub"},
       {.address = "azurerm_route.in", .after = "{}", .module = "module.hub"}},
      resources({block("azurerm_route.user", R"({"out":)" + references({"module.hub.subnet.id"}) +
                                                 R"(,"through":)" +
                                                 references({"module.hub.passed"}) + R"(,"none":)" +
                                                 references({"module.hub.nothing"}) + "}")},
                hub));
  EXPECT_EQ(targets(plan, "azurerm_route.user", "out"), "module.hub.azurerm_subnet.inner id; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "through"), "azurerm_subnet.s id; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "none"), "and more; ");
  EXPECT_EQ(targets(plan, "module.hub.azurerm_route.in", "subnet_id"), "azurerm_subnet.s id; ");
}

TEST(ReferenceTargets, are_not_all_where_a_local_stands) {
  const ShortPlan plan(
      {kUser, {.address = "azurerm_subnet.s", .after = "{}"}},
      resources({block("azurerm_route.user",
                       R"({"subnet_id":)" + references({"azurerm_subnet.s.id", "local.other"}) +
                           R"(,"text":)" + references({"azurerm_subnet.s.id", "var.x"}) + "}")},
                R"(,"variables":{"x":{}})"));
  EXPECT_EQ(targets(plan, "azurerm_route.user", "subnet_id"), "azurerm_subnet.s id; and more; ");
  EXPECT_EQ(targets(plan, "azurerm_route.user", "text"), "azurerm_subnet.s id; and others; ");
}

TEST(ReferenceTargets, end_where_modules_go_in_circles) {
  const std::string circle = R"(,"module_calls":{"a":{"expressions":{"x":)" +
                             references({"module.a.y"}) +
                             R"(},"module":{"outputs":{"y":{"expression":)" +
                             references({"var.x"}) + R"(}},"variables":{"x":{}}}}})";
  const ShortPlan plan({kUser},
                       resources({block("azurerm_route.user",
                                        R"({"subnet_id":)" + references({"module.a.y"}) + "}")},
                                 circle));
  EXPECT_EQ(targets(plan, "azurerm_route.user", "subnet_id"), "");
}

}  // namespace
}  // namespace exr
