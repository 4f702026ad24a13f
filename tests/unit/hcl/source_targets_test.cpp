#include "hcl/source_targets.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "formats/json_reader.h"
#include "support/text.h"
#include "unit/hcl/source_text.h"

namespace exr {
namespace {

std::string shown(const SourceKey& key) {
  if (const auto* number = std::get_if<std::int64_t>(&key))
    return "[" + std::to_string(*number) + "]";
  const auto* text = std::get_if<std::string>(&key);
  return text == nullptr ? "" : "[" + *text + "]";
}

std::string shown(const SourceTarget& target) {
  std::string text;
  for (const CallStep& step : target.module) text += step.name + shown(step.key) + "/";
  text += (target.is_data ? "data." : "") + target.type + "." + target.name;
  text += target.key ? shown(*target.key) : "[?]";
  for (const SourceStep& step : target.attribute) {
    const auto* name = std::get_if<std::string>(&step);
    text += name != nullptr ? "." + *name : shown(SourceKey(std::get<std::int64_t>(step)));
  }
  return text;
}

/// All targets, `?` behind them if there may be others.
std::string shown(const SourceTargets& targets) {
  std::string text;
  for (const SourceTarget& target : targets.targets)
    text += (text.empty() ? "" : " ") + shown(target);
  for (const BuiltText& built : targets.built)
    text += (text.empty() ? "" : " ") + shown(built.target) + "+" + built.suffix;
  return text + (targets.is_complete_with_built ? "" : "?");
}

/// What `x` of `a "t" "r"` can be in a configuration of one file.
std::string targets_in(const std::string& text, SourceKey key = {}, PlannedFacts facts = {}) {
  SourceText source{{"root/main.tf", text}};
  SourceTargetFinder finder(source.configuration, facts);
  EXPECT_TRUE(source.problems.empty());
  return shown(finder.find({.type = "t", .name = "r", .key = std::move(key)}, {"x"}));
}

/// What an expression can be beside some declarations.
std::string targets_of(const std::string& expression, const std::string& declarations = "") {
  return targets_in("resource \"t\" \"r\" {\n  x = " + expression + "\n}\n" +
                    "resource \"v\" \"a\" {\n  name = \"A\"\n}\n" +
                    "resource \"v\" \"b\" {\n  name = \"B\"\n}\n" +
                    "resource \"v\" \"many\" {\n  for_each = { k = 1, l = 2 }\n}\n" +
                    "resource \"v\" \"some\" {\n  count = 2\n}\n" + "variable \"free\" {}\n" +
                    declarations);
}

TEST(SourceTargets, references_are_themselves) {
  EXPECT_EQ(targets_of("v.a.id"), "v.a.id");
  EXPECT_EQ(targets_of("resource.v.a.id"), "v.a.id");
  EXPECT_EQ(targets_of("v.a.list[0].id"), "v.a.list[0].id");
  EXPECT_EQ(targets_of("v.many[\"k\"].id"), "v.many[k].id");
  EXPECT_EQ(targets_of("v.some[1].id"), "v.some[1].id");
  EXPECT_EQ(targets_of("data.d.e.id", "data \"d\" \"e\" {}\n"), "data.d.e.id");
  EXPECT_EQ(targets_of("\"literal\""), "");
  EXPECT_EQ(targets_of("var.free"), "?");
  EXPECT_EQ(targets_of("v.nowhere.id"), "?");
}

TEST(SourceTargets, locals_and_objects_are_followed) {
  EXPECT_EQ(targets_of("local.y.z", "locals {\n  y = { z = local.q[0] }\n  q = [v.a.id]\n}\n"),
            "v.a.id");
  EXPECT_EQ(targets_of("local.y", "locals {\n  y = local.z\n  z = local.y\n}\n"), "?");
  EXPECT_EQ(targets_of("{ p = v.a.id, q = v.b.id }[\"q\"]"), "v.b.id");
  EXPECT_EQ(targets_of("{ p = v.a.id, q = v.b.id }[var.free]"), "v.a.id v.b.id");
}

TEST(SourceTargets, conditions_are_decided_where_they_can_be) {
  EXPECT_EQ(targets_of("true ? v.a.id : v.b.id"), "v.a.id");
  EXPECT_EQ(targets_of("null != null ? v.a.id : v.b.id"), "v.b.id");
  EXPECT_EQ(targets_of("v.a.id != null ? v.a.id : v.b.id"), "v.a.id");
  EXPECT_EQ(targets_of("1 + 1 >= 2 && !false ? v.a.id : v.b.id"), "v.a.id");
  EXPECT_EQ(targets_of("v.a.name == \"A\" ? v.a.id : v.b.id"), "v.a.id");
  EXPECT_EQ(targets_of("var.free ? v.a.id : v.b.id"), "v.a.id v.b.id");
  EXPECT_EQ(targets_of("v.a.computed == \"A\" ? v.a.id : v.b.id"), "v.a.id v.b.id");
}

TEST(SourceTargets, loops_go_through_what_is_known) {
  EXPECT_EQ(targets_of("{ for k, n in { a = v.a, b = v.b } : k => n.id }[\"b\"]"), "v.b.id");
  EXPECT_EQ(targets_of("[for n in [v.a, v.b] : n.id if n.name == \"B\"]"), "v.b.id");
  EXPECT_EQ(targets_of("[for n in [v.a, v.b] : n.id if n.computed]"), "v.a.id v.b.id");
  EXPECT_EQ(targets_of("{ for n in [v.a, v.b] : n.name => n.id }[\"A\"]"), "v.a.id");
  EXPECT_EQ(targets_of("{ for n in [v.a, v.b] : n.name => n.id... }[\"A\"][0]"), "v.a.id");
  EXPECT_EQ(targets_of("{ for k, n in v.many : k => n.id }[\"l\"]"), "v.many[l].id");
  EXPECT_EQ(targets_of("{ for k in [\"a\"] : k => v.a.id }[\"b\"]"), "?");
  EXPECT_EQ(targets_of("[for n in var.free : n.id]"), "?");
}

TEST(SourceTargets, splats_take_of_each) {
  EXPECT_EQ(targets_of("v.some[*].id"), "v.some[0].id v.some[1].id");
  EXPECT_EQ(targets_of("v.some.*.id[1]"), "v.some[1].id");
  EXPECT_EQ(targets_of("v.a[*].id"), "v.a.id");
  EXPECT_EQ(targets_of("one(v.a.subnet[*].id)"), "v.a.subnet[-1].id");
}

TEST(SourceTargets, functions_hand_on_what_they_are_given) {
  EXPECT_EQ(targets_of("try({}.y, v.a.id)"), "v.a.id");
  EXPECT_EQ(targets_of("try(v.a.id, v.b.id)"), "v.a.id");
  EXPECT_EQ(targets_of("try(v.some[7].id, v.a.id)"), "v.a.id");
  EXPECT_EQ(targets_of("coalesce(null, \"\", v.a.id, v.b.id)"), "v.a.id");
  EXPECT_EQ(targets_of("coalesce(v.a.computed, v.b.id)"), "v.a.computed v.b.id");
  EXPECT_EQ(targets_of("lookup({ p = v.a.id }, \"q\", v.b.id)"), "v.b.id");
  EXPECT_EQ(targets_of("merge({ p = v.a.id }, null, { p = v.b.id }).p"), "v.b.id");
  EXPECT_EQ(targets_of("merge([{ p = v.a.id }, { q = v.b.id }]...).p"), "v.a.id");
  EXPECT_EQ(targets_of("merge({ p = v.a.id }, var.free).p"), "v.a.id?");
  EXPECT_EQ(targets_of("one(v.some[*].id)"), "?");
  EXPECT_EQ(targets_of("one([v.a.id])"), "v.a.id");
  EXPECT_EQ(targets_of("element([v.a.id, v.b.id], 3)"), "v.b.id");
  EXPECT_EQ(targets_of("concat([v.a.id], [v.b.id])[1]"), "v.b.id");
  EXPECT_EQ(targets_of("flatten([[v.a.id], [[v.b.id]]])[1]"), "v.b.id");
  EXPECT_EQ(targets_of("compact([\"\", null, v.a.id])[0]"), "v.a.id");
  EXPECT_EQ(targets_of("values({ q = v.b.id, p = v.a.id })[0]"), "v.a.id");
  EXPECT_EQ(targets_of("zipmap(keys({ q = 1, p = 2 }), [v.a.id, v.b.id])[\"q\"]"), "v.b.id");
  EXPECT_EQ(targets_of("{ AB = v.a.id }[upper(join(\"\", [\"a\", format(\"%s\", \"b\")]))]"),
            "v.a.id");
  EXPECT_EQ(targets_of("md5(v.a.id)"), "?");
  EXPECT_EQ(targets_of("nonsense(v.a.id)"), "?");
}

TEST(SourceTargets, texts_that_begin_with_an_attribute_are_built_on_it) {
  EXPECT_EQ(targets_of("\"${v.a.id}/subnets/${v.b.name}\""), "v.a.id+/subnets/B");
  EXPECT_EQ(targets_of("format(\"%s/subnets/x\", v.a.id)"), "v.a.id+/subnets/x");
  EXPECT_EQ(targets_of("\"${v.a.id}\""), "v.a.id");
  EXPECT_EQ(targets_of("\"/x${v.a.id}\""), "?");
}

TEST(SourceTargets, arguments_of_resources_are_followed_to_their_ends) {
  EXPECT_EQ(targets_of("v.c.up",
                       "resource \"v\" \"c\" {\n  up = v.d.up\n}\n"
                       "resource \"v\" \"d\" {\n  up = v.a.id\n}\n"),
            "v.a.id");
  EXPECT_EQ(targets_of("v.a.name"), "v.a.name");
}

TEST(SourceTargets, an_instance_has_its_key) {
  const std::string text = R"(
resource "t" "r" {
  for_each = { k = { id = v.a.id, of = "l" }, l = { id = v.b.id, of = "k" } }
  x        = each.value.id
}
resource "v" "a" {}
resource "v" "b" {}
)";
  EXPECT_EQ(targets_in(text, "k"), "v.a.id");
  EXPECT_EQ(targets_in(text, "l"), "v.b.id");
  EXPECT_EQ(targets_in(text, "no"), "?");
  const std::string counted = R"(
resource "t" "r" {
  count = 2
  x     = [v.a.id, v.b.id][count.index]
}
resource "v" "a" {}
resource "v" "b" {}
)";
  EXPECT_EQ(targets_in(counted, std::int64_t{1}), "v.b.id");
  const std::string set = R"(
resource "t" "r" {
  for_each = toset(["k", "l"])
  x        = v.many[each.value].id
}
resource "v" "many" {
  for_each = var.free
}
variable "free" {}
)";
  EXPECT_EQ(targets_in(set, "l"), "v.many[l].id");
}

TEST(SourceTargets, modules_hand_arguments_in_and_outputs_out) {
  SourceText text{{"root/main.tf", R"(
module "m" {
  source   = "./m"
  for_each = { p = v.a.id, q = v.b.id }
  up       = each.value
  settings = { own = each.value }
}
resource "t" "r" {
  x = module.m["q"].out
  y = [for m in module.m : m.out]
  z = module.m["p"].own.id
}
resource "v" "a" {}
resource "v" "b" {}
)"},
                  {"root/m/main.tf", R"(
variable "up" {}
variable "settings" {
  type = object({
    own   = string
    other = optional(string)
    mode  = optional(string, "on")
  })
}
resource "t" "in" {
  x = var.up
  y = coalesce(var.settings.other, var.settings.own)
  z = var.settings.mode == "on" ? var.up : null
}
output "out" {
  value = var.up
}
output "own" {
  value = t.in
}
)"}};
  SourceTargetFinder finder(text.configuration, {});
  const SourceInstance outside{.type = "t", .name = "r"};
  const SourceInstance inside{.module = {{"m", "p"}}, .type = "t", .name = "in"};
  EXPECT_EQ(shown(finder.find(outside, {"x"})), "v.b.id");
  EXPECT_EQ(shown(finder.find(outside, {"y"})), "v.a.id v.b.id");
  EXPECT_EQ(shown(finder.find(outside, {"z"})), "m[p]/t.in.id");
  EXPECT_EQ(shown(finder.find(inside, {"x"})), "v.a.id");
  EXPECT_EQ(shown(finder.find(inside, {"y"})), "v.a.id");
  EXPECT_EQ(shown(finder.find(inside, {"z"})), "v.a.id");
}

TEST(SourceTargets, blocks_are_those_of_the_plan) {
  SourceText text{{"root/main.tf", R"(
resource "t" "r" {
  one {
    x = v.a.id
  }
  one {
    x = v.b.id
  }
  dynamic "two" {
    for_each = { k = v.a.id, l = v.b.id }
    content {
      x = two.value
    }
  }
  dynamic "three" {
    for_each = [v.a, v.b]
    iterator = it
    content {
      dynamic "deep" {
        for_each = [it.value.id]
        content {
          x = deep.value
        }
      }
    }
  }
  dynamic "four" {
    for_each = var.free ? [v.a.id] : [v.b.id]
    content {
      x = four.value
    }
  }
  body = jsonencode({ p = { x = v.a.id } })
}
variable "free" {}
resource "v" "a" {}
resource "v" "b" {}
)"}};
  SourceTargetFinder finder(text.configuration, {});
  const auto found = [&](const SourcePath& path) {
    return shown(finder.find({.type = "t", .name = "r"}, path));
  };
  EXPECT_EQ(found({"one", 1, "x"}), "v.b.id");
  EXPECT_EQ(found({"one", kAnyIndex, "x"}), "v.a.id v.b.id");
  EXPECT_EQ(found({"two", 1, "x"}), "v.b.id");
  EXPECT_EQ(found({"three", 1, "deep", 0, "x"}), "v.b.id");
  EXPECT_EQ(found({"four", 0, "x"}), "v.a.id v.b.id");
  EXPECT_EQ(found({"body", "p", "x"}), "v.a.id");
  EXPECT_EQ(found({"one", 2, "x"}), "");
  EXPECT_EQ(found({"unwritten"}), "");
}

TEST(SourceTargets, blocks_of_a_set_are_known_by_what_is_planned) {
  SourceText text{{"root/main.tf", R"(
resource "t" "r" {
  route {
    name = "first"
    x    = v.a.id
  }
  route {
    name = "second"
    x    = v.b.id
  }
}
resource "v" "a" {}
resource "v" "b" {}
)"}};
  SourceTargetFinder finder(text.configuration, {});
  const auto found = [&](const std::string& names) {
    const Value planned = read_json_text(names, Limits{}).value();
    return shown(finder.find({.type = "t", .name = "r"}, {"route", 0, "x"}, &planned));
  };
  EXPECT_EQ(found(R"({"route": [{"name": "first"}, {"name": "second"}]})"), "v.a.id");
  EXPECT_EQ(found(R"({"route": [{"name": "second"}, {"name": "first"}]})"), "v.b.id");
  EXPECT_EQ(found(R"({"route": [{}, {"name": "first"}]})"), "v.a.id v.b.id");
  EXPECT_EQ(found(R"({})"), "v.a.id");
}

TEST(SourceTargets, configurations_in_json_are_the_same) {
  SourceText text{{"root/main.tf.json", R"({
  "resource": {
    "t": {"r": {
      "for_each": "${local.all}",
      "x": "${each.value.id}",
      "one": [{"x": "${v.b.id}"}],
      "dynamic": {"two": {"for_each": "${[v.a.id]}", "content": {"x": "${two.value}"}}}
    }},
    "v": {"a": {}, "b": [{}]}
  },
  "locals": {"all": {"k": {"id": "${v.a.id}"}}}
})"}};
  SourceTargetFinder finder(text.configuration, {});
  const auto found = [&](const SourcePath& path) {
    return shown(finder.find({.type = "t", .name = "r", .key = "k"}, path));
  };
  EXPECT_EQ(found({"x"}), "v.a.id");
  EXPECT_EQ(found({"one", 0, "x"}), "v.b.id");
  EXPECT_EQ(found({"two", 0, "x"}), "v.a.id");
}

TEST(SourceTargets, sets_of_references_have_no_order) {
  EXPECT_EQ(targets_of("tolist(toset([v.b.id, v.a.id]))[0]"), "v.b.id v.a.id");
  EXPECT_EQ(targets_of("{ q = v.b.id, p = v.a.id }[tolist(toset([\"q\", \"p\"]))[0]]"), "v.a.id");
}

TEST(SourceTargets, the_plan_knows_variables_and_instances) {
  const std::string text = R"(
resource "t" "r" {
  x = var.which == "b" ? v.b.id : one(values(v.many)).id
}
variable "which" {
  default = "a"
}
variable "keys" {}
resource "v" "b" {}
resource "v" "many" {
  for_each = var.keys
}
)";
  PlannedFacts facts;
  EXPECT_EQ(targets_in(text, {}, facts), "v.many[?].id");
  facts.instances.push_back({.type = "v", .name = "many", .key = "k"});
  EXPECT_EQ(targets_in(text, {}, facts), "v.many[k].id");
  facts.variables.emplace_back("which", Value::string("b"));
  EXPECT_EQ(targets_in(text, {}, facts), "v.b.id");
}

TEST(SourceTargets, an_instance_that_is_not_planned_is_not_there) {
  const std::string text = R"(
resource "t" "r" {
  x = try(v.some[0].id, v.b.id)
}
resource "v" "some" {
  count = var.free ? 1 : 0
}
resource "v" "b" {}
variable "free" {}
)";
  EXPECT_EQ(targets_in(text), "v.some[0].id v.b.id");
  PlannedFacts facts;
  facts.instances.push_back({.type = "v", .name = "b"});
  EXPECT_EQ(targets_in(text, {}, facts), "v.b.id");
}

// Locals of which each is made of the one before.
std::string chain_of_locals(int count, const std::string& first, const std::string& next) {
  std::string locals = "locals {\n  l0 = " + first + "\n";
  for (int i = 1; i < count; ++i) {
    locals += "  l" + std::to_string(i) + " = " +
              replace_all(next, "LAST", "local.l" + std::to_string(i - 1)) + "\n";
  }
  return locals + "}\n";
}

TEST(SourceTargets, a_question_that_grows_is_given_up) {
  EXPECT_EQ(
      targets_of("flatten(local.l39)", chain_of_locals(40, "[v.a.id]", "[for a in [1, 2] : LAST]")),
      "?");
  EXPECT_EQ(targets_of("flatten(local.l39)", chain_of_locals(40, "[]", "[LAST, LAST]")), "?");
  EXPECT_EQ(targets_of("local.l39", chain_of_locals(40, "[v.a.id]", "concat(LAST, LAST)")), "?");
  EXPECT_EQ(targets_of("local.l39 == \"x\" ? v.a.id : v.b.id",
                       chain_of_locals(40, "\"x\"", "\"${LAST}${LAST}\"")),
            "v.a.id v.b.id");
  EXPECT_EQ(targets_of(std::string(2000, '!') + "v.a.id"), "?");
}

TEST(SourceTargets, values_nest_as_deep_as_their_limit) {
  SourceText text{{"root/main.tf", "resource \"t\" \"r\" {\n  x = local.l1999\n}\n" +
                                       chain_of_locals(2000, "[1]", "[LAST]")}};
  PlannedFacts facts;
  SourceTargetFinder finder(text.configuration, facts);
  EXPECT_FALSE(finder.find({.type = "t", .name = "r"}, {"x"}).is_complete);
}

}  // namespace
}  // namespace exr
