// What rule files may hold, what is rejected, and where the mistake is said to be.

#include "policy/loader.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"
#include "source/source_map.h"

namespace exr {
namespace {

constexpr std::string_view kHead =
    "id: ORG1\nname: some-rule\nsince: 0.1.0\nseverity: note\nkind: org-policy\n"
    "pillar: operations\nwhy: reason\nfor: [My.Net/a]\n";
constexpr std::string_view kMessage = "message: says ${self.name}\n";

using Lines = std::vector<std::string>;

// Loads files of a folder of rules.
class Folder {
 public:
  Folder() {
    write("vocabulary.yaml",
          "settings: { word: { type: string, default: a }, shape: { type: pattern, default: b } }\n"
          "let: { half(x): x / 2, five: 5 }\n");
    write("tables/facts.yaml", "source: page\ndate: 2026-01-01\nrows: [1]\n");
  }

  void write(const std::string& path, std::string text) {
    files_.write("rules/" + path, std::move(text));
  }
  // `body` are the lines of a rule behind its facts.
  void write_rule(std::string_view body) {
    write("ORG1-some-rule.yaml", std::string(kHead) + std::string(body));
  }
  // The text under each Problem, with its message.
  Lines load() {
    Problems problems;
    const Limits limits;
    load_rules("rules", {files_, limits, sources_, rules, problems});
    Lines lines;
    for (const Problem& problem : problems) {
      EXPECT_EQ(problem.kind, ProblemKind::RuleSyntax) << problem.message;
      lines.push_back("[" + std::string(sources_.slice(problem.span)) + "] " + problem.message);
    }
    return lines;
  }

  RuleSet rules;

 private:
  MemoryFileSystem files_;
  SourceMap sources_;
};

// What is wrong with a rule of these lines.
Lines mistakes(std::string_view body) {
  Folder folder;
  folder.write_rule(body);
  const Lines lines = folder.load();
  EXPECT_EQ(folder.rules.rules.empty(), !lines.empty()) << body;
  return lines;
}

Lines mistakes_in_condition(std::string_view condition) {
  return mistakes("require: " + std::string(condition) + "\n" + std::string(kMessage));
}

const Lines kNone;

TEST(Loader, ReadsARuleOfOneCheck) {
  Folder folder;
  folder.write_rule(
      "enabled: false\nsuppressible: false\nconfidence: medium\nreport: first\n"
      "when: self.b\neach: { x: self.list }\nlet: { z: x.z, 'f(a, b)': a + b }\n"
      "forbid: f(x, z) > 1\nat: x\nrelated: ([self])\nmessage: '{`${x}`} and ${z + 1}'\n"
      "fix: set ${x}\nsettings: { most: { type: array, of: int, default: [1], description: d } }\n"
      "sources: [{ title: t, url: u, date: 2026-03-12 }]\ncovers: [CKV_AZURE_1]\n");
  ASSERT_EQ(folder.load(), kNone);
  const Rule& rule = *folder.rules.rules.at(0);
  EXPECT_EQ(rule.facts.id, "ORG1");
  EXPECT_EQ(rule.facts.confidence, "medium");
  EXPECT_EQ(rule.facts.messages, Lines({"{`{0}`} and {1}"}));
  EXPECT_EQ(rule.facts.fix, "set ${x}");
  EXPECT_EQ(rule.facts.sources.at(0).date, "2026-03-12");
  EXPECT_EQ(rule.facts.covers, Lines({"CKV_AZURE_1"}));
  EXPECT_EQ(rule.kind, RuleKind::OrgPolicy);
  EXPECT_FALSE(rule.enabled);
  EXPECT_FALSE(rule.suppressible);
  EXPECT_TRUE(rule.first_only);
  EXPECT_EQ(rule.each.at(0).name, "x");
  EXPECT_EQ(rule.definitions.at(1).parameters, Lines({"a", "b"}));
  EXPECT_EQ(rule.settings.at(0).element_type, SettingType::Int);
  ASSERT_EQ(rule.checks.size(), 1U);
  EXPECT_TRUE(rule.checks[0].forbid);
  EXPECT_NE(rule.checks[0].related, NodeId::kNone);
}

TEST(Loader, ChecksHaveTheirOwnFieldsOrTheRules) {
  Folder folder;
  folder.write_rule(
      "at: self.a\nmessage: of the rule ${self.name}\nchecks:\n"
      "  - { require: self.a, severity: error, for: [graph, My.Net/b] }\n"
      "  - { forbid: true, at: self.b, message: 'own ${self.name}' }\n");
  ASSERT_EQ(folder.load(), kNone);
  const Rule& rule = *folder.rules.rules.at(0);
  EXPECT_EQ(rule.facts.messages, Lines({"of the rule {0}", "own {0}"}));
  ASSERT_EQ(rule.checks.size(), 2U);
  EXPECT_EQ(rule.checks[0].severity, Severity::Error);
  EXPECT_EQ(rule.checks[0].targets.at(0).kind, Target::Kind::Graph);
  EXPECT_EQ(rule.checks[0].targets.at(1).type, "My.Net/b");
  EXPECT_TRUE(rule.checks[1].targets.empty());
  EXPECT_EQ(rule.tree.text(rule.tree.node(rule.checks[0].at).payload), "a");
  EXPECT_EQ(rule.tree.text(rule.tree.node(rule.checks[1].at).payload), "b");
}

TEST(Loader, ALaterVocabularyAndTableAddAndReplace) {
  Folder folder;
  ASSERT_EQ(folder.load(), kNone);
  Folder users;
  users.write("vocabulary.yaml",
              "inline: { My.Net/a/b: properties.bs }\nlet: { quarter(x): half(half(x)) }\n");
  users.write("tables/facts.yaml", "source: ours\ndate: 2026-02-02\nrows: [2]\n");
  users.write_rule("require: quarter(five) == 1\n" + std::string(kMessage));
  users.rules = folder.rules;
  ASSERT_EQ(users.load(), kNone);
  EXPECT_EQ(users.rules.vocabularies.size(), 2U);
  EXPECT_EQ(users.rules.inline_children().at(0).path, "properties.bs");
  EXPECT_NE(users.rules.find_rule("org1"), nullptr);
  ASSERT_EQ(users.rules.tables.size(), 1U);
  EXPECT_EQ(users.rules.find_table("facts")->source, "ours");
}

TEST(Loader, AReplacedFunctionTakesAsManyArguments) {
  Folder folder;
  ASSERT_EQ(folder.load(), kNone);
  Folder users;
  users.write("vocabulary.yaml", "let:\n  half(x, z): x / z\n  five(x): x\n");
  users.rules = folder.rules;
  EXPECT_EQ(users.load(),
            Lines({"[x / z] `half` takes the place of a function of 1 argument, so it "
                   "must take as many"}));
}

TEST(Loader, ABrokenVocabularyIsToldWithoutWhatFollowsFromIt) {
  Folder folder;
  folder.write("vocabulary.yaml", "let: { half(x): y }\n");
  folder.write_rule("require: half(self.a) == five\n" + std::string(kMessage));
  EXPECT_EQ(folder.load().size(), 1U);
  EXPECT_TRUE(folder.rules.rules.empty());
}

TEST(Loader, FindsUnknownNamesWhereTheyStand) {
  EXPECT_EQ(mistakes_in_condition("slf.a == 1"),
            Lines({"[slf] there is no name `slf`; did you mean `self`?"}));
  EXPECT_EQ(mistakes_in_condition(">-\n  self.a &&\n\n    empty(\n  slf)"),
            Lines({"[slf] there is no name `slf`; did you mean `self`?"}));
  EXPECT_EQ(mistakes_in_condition("'contains(''a'', slf)'"),
            Lines({"[slf] there is no name `slf`; did you mean `self`?"}));
  EXPECT_EQ(mistakes_in_condition("contans(self.a, 1)"),
            Lines({"[contans] there is no function `contans`; did you mean `contains`?"}));
  EXPECT_EQ(mistakes_in_condition("settings.wrd == 'a'"),
            Lines({"[settings.wrd] there is no setting `wrd`; did you mean `word`?"}));
  EXPECT_EQ(mistakes_in_condition("contains(tables['fact'], 1)"),
            Lines({"[tables['fact']] there is no table `fact`; did you mean `facts`?"}));
  EXPECT_EQ(mistakes("require: self.a\nmessage: a ${self.name} and ${fve}\n"),
            Lines({"[fve] there is no name `fve`; did you mean `five`?"}));
  EXPECT_EQ(mistakes_in_condition("some(self.list, x => x == five) && half(self.a) == 1"), kNone);
}

TEST(Loader, TellsFunctionsFromValuesAndCountsArguments) {
  EXPECT_EQ(mistakes_in_condition("contains(self.a)"),
            Lines({"[contains] `contains` takes 2 arguments, here it gets 1"}));
  EXPECT_EQ(mistakes_in_condition("half(1, 2) == 1"),
            Lines({"[half] `half` takes 1 argument, here it gets 2"}));
  EXPECT_EQ(mistakes_in_condition("five(1) == 1"),
            Lines({"[five] `five` is a value and no function"}));
  EXPECT_EQ(mistakes_in_condition("half == 1"),
            Lines({"[half] `half` is a function of 1 argument; call it as `half(...)`"}));
  EXPECT_EQ(mistakes_in_condition("empty(deployment())"),
            Lines({"[deployment] there is no function `deployment`"}));
}

TEST(Loader, RelationsAndPatternsStandInTheRule) {
  EXPECT_EQ(mistakes_in_condition("empty(referrers(self, self.type, 'parent'))"),
            Lines({"[self.type] here must stand a resource type or `'*'` as text"}));
  EXPECT_EQ(mistakes_in_condition("matches(self.a, '(')").size(), 1U);
  EXPECT_EQ(mistakes_in_condition("matches(self.a, self.b)"),
            Lines({"[self.b] a pattern is a text, or a setting of type `pattern`"}));
  EXPECT_EQ(mistakes_in_condition("matches(self.a, settings.shape)"), kNone);
  EXPECT_EQ(mistakes_in_condition("matches(self.a, settings.word)").size(), 1U);
}

TEST(Loader, ElementsOfSettingsAreFollowedToPatterns) {
  constexpr std::string_view kSettings =
      "settings:\n  list: { type: array, of: pattern, default: ['^a'] }\n"
      "  byType: { type: object, of: pattern, default: { x: '^b' } }\n"
      "  words: { type: array, of: string, default: [] }\n"
      "let: { mine: 'settings.byType[self.type]' }\n";
  const auto wrong = [&](const std::string& condition) {
    return mistakes(std::string(kSettings) + "require: " + condition + "\n" +
                    std::string(kMessage));
  };
  EXPECT_EQ(wrong("some(settings.list, p => matches(self.a, p))"), kNone);
  EXPECT_EQ(wrong("some(items(settings.byType), i => matches(self.a, i.value))"), kNone);
  EXPECT_EQ(wrong("matches(self.a, mine)"), kNone);
  EXPECT_EQ(wrong("matches(self.a, settings.byType.x)"), kNone);
  EXPECT_EQ(wrong("some(items(settings.byType), i => matches(self.a, i.key))").size(), 1U);
  EXPECT_EQ(wrong("some(settings.words, p => matches(self.a, p))").size(), 1U);
  EXPECT_EQ(wrong("some(settings.list, p => some(self.a, p => matches(self.b, p)))").size(), 1U);
}

TEST(Loader, DefinitionsHaveNoRecursion) {
  const auto wrong = [](const std::string& fields) {
    return mistakes(fields + "require: self.a\n" + std::string(kMessage));
  };
  EXPECT_EQ(wrong("let: { p: q, q: p }\n"),
            Lines({"[q] this needs itself; definitions have no recursion"}));
  EXPECT_EQ(wrong("let: { f(x): f(x) }\n").size(), 1U);
  EXPECT_EQ(wrong("let: { p: x }\neach: { x: p }\n").size(), 1U);
  // the array of an outer name is computed before the inner one is bound
  EXPECT_EQ(wrong("let: { p: z }\neach: { x: p, z: self.a }\n").size(), 1U);
  EXPECT_EQ(wrong("let: { p: x }\neach: { x: self.a, z: p }\n"), kNone);
  std::string row = "let:\n";
  for (int i = 0; i < 5000; ++i)
    row += "  d" + std::to_string(i) + ": d" + std::to_string(i + 1) + "\n";
  EXPECT_EQ(wrong(row + "  d5000: 1\n").size(), 1U);
}

TEST(Loader, SaysEachMistakeOnce) {
  EXPECT_EQ(mistakes("requires: self.a\n" + std::string(kMessage)),
            Lines({"[requires] there is no key `requires`; did you mean `require`?"}));
  EXPECT_EQ(mistakes(kMessage), Lines({"[id] a check needs `require` or `forbid`"}));
  EXPECT_EQ(mistakes(std::string(kMessage) + "checks: [{ require: true, forbid: true }]\n"),
            Lines({"[forbid] a check has either `require` or `forbid`, not both"}));
  EXPECT_EQ(mistakes(std::string(kMessage) + "checks: [{}]\n").size(), 1U);
  EXPECT_EQ(mistakes(std::string(kMessage) + "checks: []\n").size(), 1U);
  EXPECT_EQ(mistakes("require: self.a\n"), Lines({"[id] the key `message` is missing"}));
  EXPECT_EQ(mistakes("require: self.a\nmessage: nothing\n").size(), 1U);
  EXPECT_EQ(mistakes("require:\n" + std::string(kMessage)),
            Lines({"[require] an expression must be a text"}));
  EXPECT_EQ(mistakes("require: self.a\nfix:\n" + std::string(kMessage)),
            Lines({"[fix] `fix` must be a text"}));
  EXPECT_EQ(mistakes_in_condition("!empty(self.a)").size(), 1U);
  EXPECT_EQ(mistakes_in_condition("[self]").size(), 1U);
  EXPECT_EQ(mistakes_in_condition("(self.a").size(), 1U);
}

TEST(Loader, SettingsFitTheirTypes) {
  const auto wrong = [](const std::string& setting) {
    return mistakes("settings: { s: " + setting + " }\nrequire: self.a\n" + std::string(kMessage));
  };
  EXPECT_EQ(wrong("{ type: int, default: x }"),
            Lines({"[x] the default is no `int`, as the type says"}));
  EXPECT_EQ(wrong("{ type: array, of: int, default: [1, x] }"),
            Lines({"[x] an element of the default is no `int`, as the type says"}));
  EXPECT_EQ(wrong("{ type: object, of: pattern, default: { k: '(' } }").size(), 1U);
  EXPECT_EQ(wrong("{ type: int, of: int, default: 1 }"),
            Lines({"[s] `of` is for the types `array` and `object`"}));
  EXPECT_EQ(wrong("{ type: int }"), Lines({"[s] the key `default` is missing"}));
  EXPECT_EQ(wrong("{ type: text, default: 1 }").size(), 1U);
}

TEST(Loader, NamesAreNamesAndIdsAreTheFiles) {
  for (const std::string name : {"yes", "on", "n", "self", "a-b", "1a"}) {
    EXPECT_EQ(
        mistakes("let: { '" + name + "': 1 }\nrequire: self.a\n" + std::string(kMessage)).size(),
        1U)
        << name;
  }
  Folder folder;
  const std::string rule = std::string(kHead) + "require: self.a\n" + std::string(kMessage);
  folder.write("ORG2-other.yaml", rule);
  folder.write("a/ORG1-one.yaml", rule);
  folder.write("b/ORG1-two.yaml", rule);
  EXPECT_EQ(folder.load(), Lines({"[ORG1] the rule `ORG1` stands in `ORG2-other.yaml`; the name of "
                                  "its file must begin with its ID",
                                  "[ORG1] there is a rule `ORG1` already"}));
  EXPECT_EQ(folder.rules.rules.size(), 1U);
}

TEST(Loader, StopsCountingMistakes) {
  std::string list = "([slf";
  for (int i = 0; i < 1000; ++i) list += ", slf";
  EXPECT_EQ(mistakes_in_condition(list + "])").size(), 100U);
}

}  // namespace
}  // namespace exr
