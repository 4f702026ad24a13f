#include "policy/pack.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

// Everything that a pack stores, each field unlike its default.
struct Everything {
  std::shared_ptr<Rule> rule = std::make_shared<Rule>();
  std::shared_ptr<Vocabulary> vocabulary = std::make_shared<Vocabulary>();
  RuleSet rules;

  Everything() {
    add_facts();
    add_checks();
    add_settings();
    vocabulary->settings = rule->settings;
    vocabulary->inline_children = {{"My.Net/a/b", "properties.b"}};
    const NodeId body = vocabulary->tree.add_string("x", {});
    vocabulary->definitions = {{"f", {"a", "b"}, true, body}};
    rules.rules = {rule};
    rules.vocabularies = {vocabulary};
    Array rows;
    rows.add(Value::integer(-3));
    rows.add(Value::number(0.1));
    rows.add(Value());
    rules.tables = {{"t", "page", "2026-01-01", TableRows(Value::array(std::move(rows)))}};
  }

  void add_facts() {
    rule->facts = {.id = "EXR001",
                   .name = "name",
                   .severity = Severity::Error,
                   .kind = "limit",
                   .pillar = "cost",
                   .confidence = "medium",
                   .messages = {"a {0}", "b"},
                   .why = "why",
                   .fix = "fix",
                   .sources = {{"title", "url", "date"}},
                   .covers = {"c1", "c2"},
                   .since = "0.1.0"};
    rule->kind = RuleKind::Limit;
    rule->enabled = false;
    rule->suppressible = false;
    rule->first_only = true;
  }

  void add_checks() {
    ExpressionTree& tree = rule->tree;
    const NodeId name = tree.add_name("self", {FileId{0}, 3, 7});
    const NodeId number = tree.add_integer_node(1'234'567'890'123, {});
    rule->targets = {{Target::Kind::Any, ""}, {Target::Kind::Type, "My.Net/a"}};
    rule->when = tree.add_call("contains", {name, number}, {});
    rule->each = {{"e", name}};
    rule->definitions = {{"d", {}, false, number}};
    rule->fix = tree.add_member(name, "p", true, {});
    Check check;
    check.targets = {{Target::Kind::Output, ""}};
    check.when = NodeId{1};
    check.each = {{"inner", number}};
    check.definitions = {{"g", {"x"}, true, name}};
    check.condition = NodeId{2};
    check.forbid = true;
    check.at = NodeId{3};
    check.related = name;
    check.message = number;
    check.message_template = "a {0}";
    check.severity = Severity::Note;
    rule->checks = {check, Check{}};
  }

  void add_settings() {
    Object object;
    object.set("Key", Value::string("text\0with zero"));
    object.set("on", Value::boolean(true));
    Setting setting;
    setting.name = "s";
    setting.type = SettingType::Object;
    setting.element_type = SettingType::Pattern;
    setting.default_value = Value::object(std::move(object));
    setting.description = "d";
    rule->settings = {setting};
  }
};

void expect_same(const Setting& a, const Setting& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.element_type, b.element_type);
  EXPECT_EQ(to_json(a.default_value), to_json(b.default_value));
  EXPECT_EQ(a.description, b.description);
}

void expect_same(const Definition& a, const Definition& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.parameters, b.parameters);
  EXPECT_EQ(a.is_function, b.is_function);
  EXPECT_EQ(a.body, b.body);
}

void expect_same(const Target& a, const Target& b) {
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.type, b.type);
}

void expect_same(const Check& a, const Check& b) {
  ASSERT_EQ(a.targets.size(), b.targets.size());
  for (std::size_t i = 0; i < a.targets.size(); ++i) expect_same(a.targets[i], b.targets[i]);
  EXPECT_EQ(a.when, b.when);
  ASSERT_EQ(a.each.size(), b.each.size());
  for (std::size_t i = 0; i < a.each.size(); ++i) EXPECT_EQ(a.each[i].array, b.each[i].array);
  ASSERT_EQ(a.definitions.size(), b.definitions.size());
  for (std::size_t i = 0; i < a.definitions.size(); ++i)
    expect_same(a.definitions[i], b.definitions[i]);
  EXPECT_EQ(a.condition, b.condition);
  EXPECT_EQ(a.forbid, b.forbid);
  EXPECT_EQ(a.at, b.at);
  EXPECT_EQ(a.related, b.related);
  EXPECT_EQ(a.message, b.message);
  EXPECT_EQ(a.message_template, b.message_template);
  EXPECT_EQ(a.severity, b.severity);
}

TEST(Pack, StoresAllFactsOfARule) {
  const Everything all;
  const std::string bytes = encode_pack(all.rules);
  const RuleSet read = decode_pack(bytes);
  ASSERT_EQ(read.rules.size(), 1U);
  const RuleFacts& facts = read.rules[0]->facts;
  const RuleFacts& wanted = all.rule->facts;
  EXPECT_EQ(facts.id, wanted.id);
  EXPECT_EQ(facts.name, wanted.name);
  EXPECT_EQ(facts.severity, wanted.severity);
  EXPECT_EQ(facts.kind, wanted.kind);
  EXPECT_EQ(facts.pillar, wanted.pillar);
  EXPECT_EQ(facts.confidence, wanted.confidence);
  EXPECT_EQ(facts.messages, wanted.messages);
  EXPECT_EQ(facts.why, wanted.why);
  EXPECT_EQ(facts.fix, wanted.fix);
  ASSERT_EQ(facts.sources.size(), 1U);
  EXPECT_EQ(facts.sources[0].title, "title");
  EXPECT_EQ(facts.sources[0].url, "url");
  EXPECT_EQ(facts.sources[0].date, "date");
  EXPECT_EQ(facts.covers, wanted.covers);
  EXPECT_EQ(facts.since, wanted.since);
}

TEST(Pack, StoresAllLogicOfARule) {
  const Everything all;
  const std::string bytes = encode_pack(all.rules);
  const RuleSet read = decode_pack(bytes);
  const Rule& rule = *read.rules.at(0);
  EXPECT_EQ(rule.kind, RuleKind::Limit);
  EXPECT_FALSE(rule.enabled);
  EXPECT_FALSE(rule.suppressible);
  EXPECT_TRUE(rule.first_only);
  EXPECT_EQ(rule.when, all.rule->when);
  EXPECT_EQ(rule.fix, all.rule->fix);
  ASSERT_EQ(rule.each.size(), 1U);
  EXPECT_EQ(rule.each[0].name, "e");
  ASSERT_EQ(rule.targets.size(), 2U);
  expect_same(rule.targets[1], all.rule->targets[1]);
  ASSERT_EQ(rule.definitions.size(), 1U);
  expect_same(rule.definitions[0], all.rule->definitions[0]);
  ASSERT_EQ(rule.checks.size(), 2U);
  expect_same(rule.checks[0], all.rule->checks[0]);
  expect_same(rule.checks[1], all.rule->checks[1]);
  ASSERT_EQ(rule.settings.size(), 1U);
  expect_same(rule.settings[0], all.rule->settings[0]);
}

TEST(Pack, StoresExpressionsAsTheyAre) {
  const Everything all;
  const std::string bytes = encode_pack(all.rules);
  const RuleSet read = decode_pack(bytes);
  const ExpressionTree& tree = read.rules.at(0)->tree;
  const ExpressionTree& wanted = all.rule->tree;
  ASSERT_EQ(tree.size(), wanted.size());
  const Node& call = tree.node(all.rule->when);
  EXPECT_EQ(call.kind, NodeKind::Call);
  EXPECT_EQ(call.operation, wanted.node(all.rule->when).operation);
  EXPECT_EQ(tree.text(call.payload), "contains");
  EXPECT_EQ(tree.integer(tree.node(tree.child(call, 1))), 1'234'567'890'123);
  EXPECT_EQ(tree.node(tree.child(call, 0)).begin, 3U);
  EXPECT_EQ(tree.node(tree.child(call, 0)).end, 7U);
  EXPECT_EQ(tree.node(all.rule->fix).flags, kSafe);
}

TEST(Pack, StoresVocabularyAndTables) {
  const Everything all;
  const std::string bytes = encode_pack(all.rules);
  const RuleSet read = decode_pack(bytes);
  ASSERT_EQ(read.vocabularies.size(), 1U);
  const Vocabulary& vocabulary = *read.vocabularies[0];
  ASSERT_EQ(vocabulary.settings.size(), 1U);
  ASSERT_EQ(vocabulary.inline_children.size(), 1U);
  EXPECT_EQ(vocabulary.inline_children[0].type, "My.Net/a/b");
  EXPECT_EQ(vocabulary.inline_children[0].path, "properties.b");
  ASSERT_EQ(vocabulary.definitions.size(), 1U);
  expect_same(vocabulary.definitions[0], all.vocabulary->definitions[0]);
  EXPECT_EQ(vocabulary.tree.size(), 1U);
  ASSERT_EQ(read.tables.size(), 1U);
  EXPECT_EQ(read.tables[0].name, "t");
  EXPECT_EQ(read.tables[0].source, "page");
  EXPECT_EQ(read.tables[0].date, "2026-01-01");
  EXPECT_EQ(to_json(read.tables[0].rows.value()), "[-3,0.1,null]");
}

TEST(Pack, WrittenAgainIsTheSame) {
  const std::string bytes = encode_pack(Everything().rules);
  EXPECT_EQ(encode_pack(decode_pack(bytes)), bytes);
  EXPECT_EQ(encode_pack(Everything().rules), bytes);
}

TEST(Pack, ThatEndsTooEarlyIsABug) {
  const std::string bytes = encode_pack(Everything().rules);
  const std::string_view part(bytes);
  EXPECT_EXIT((void)decode_pack(part.substr(0, bytes.size() - 1)), testing::ExitedWithCode(70), "");
  EXPECT_EXIT((void)decode_pack(bytes + "x"), testing::ExitedWithCode(70), "");
}

}  // namespace
}  // namespace exr
