#include "app/configuration.h"

#include <gtest/gtest.h>

#include "app/selection.h"
#include "policy/checker.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {
namespace {

// A configuration in memory, and three rules that it may be about.
struct ConfigurationReading {
  MemoryFileSystem files;
  SourceMap sources;
  Problems problems;

  Configuration read(std::string text) {
    files.write("hub/.exrlint.yaml", std::move(text));
    return read_configuration("hub/.exrlint.yaml", ConfigurationOrigin::Found, files, sources,
                              problems);
  }

  // `line:column message`, one a line.
  std::string told() const {
    std::string text;
    for (const Problem& problem : problems) {
      EXPECT_EQ(problem.kind, ProblemKind::ConfigurationError);
      if (problem.span.valid()) {
        const Position at = sources.file(problem.span.file).position_at(problem.span.begin);
        text += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
      }
      text += problem.message + "\n";
    }
    return text;
  }
};

RuleSet three_rules() {
  RuleSet rules;
  const auto add = [&](const char* id, RuleKind kind, bool enabled) {
    auto rule = std::make_shared<Rule>();
    rule->facts.id = id;
    rule->facts.name = std::string("name-of-") + id;
    rule->kind = kind;
    rule->enabled = enabled;
    Setting setting;
    setting.name = "allowed";
    setting.type = SettingType::Array;
    setting.element_type = SettingType::String;
    rule->settings.push_back(setting);
    rules.rules.push_back(rule);
  };
  add("T1", RuleKind::Validity, true);
  add("T2", RuleKind::Recommendation, true);
  add("T3", RuleKind::OrgPolicy, false);
  return rules;
}

// The IDs of the rules that run.
std::string running(const Selection& selection) {
  std::string ids;
  for (const auto& rule : three_rules().rules) {
    if (runs(*rule, selection)) ids += rule->facts.id + " ";
  }
  return ids;
}

std::string running_under(const std::string& text, const RuleOptions& options = {}) {
  ConfigurationReading reading;
  const Configuration configuration = reading.read(text);
  const Selection selection = select_rules(configuration, options, three_rules(), reading.problems);
  EXPECT_EQ(reading.told(), "");
  return running(selection);
}

TEST(Configuration, reads_every_key) {
  ConfigurationReading reading;
  const Configuration configuration = reading.read(
      "extends: strict\n"
      "rules: { T1: { severity: error, settings: { allowed: [a] } }, T2: off }\n"
      "settings: { production: [live] }\n"
      "rulePaths: [policies/]\n"
      "parameters: { environment: prod, count: 3 }\n"
      "deployment: { subscriptionId: s, resourceGroup: rg-hub, location: westeurope, name: hub,\n"
      "              tags: { owner: network } }\n"
      "modules: { \"br/public\": vendor/modules }\n"
      "exclude: [\"archive/**\"]\n"
      "limits: { nesting: 64 }\n");
  EXPECT_EQ(reading.told(), "");
  EXPECT_EQ(configuration.profile, "strict");
  ASSERT_EQ(configuration.rules.size(), 2U);
  EXPECT_EQ(configuration.rules[0].severity, Severity::Error);
  EXPECT_EQ(configuration.rules[1].state, RuleEntry::Switch::Off);
  ASSERT_EQ(configuration.rule_paths.size(), 1U);
  EXPECT_EQ(configuration.rule_paths[0].path, "hub/policies");
  ASSERT_EQ(configuration.parameters.size(), 2U);
  EXPECT_EQ(configuration.parameters[1].value.as_int(), 3);
  EXPECT_EQ(configuration.deployment.resource_group, "rg-hub");
  EXPECT_EQ(configuration.deployment.name, "hub");
  EXPECT_EQ(to_json(configuration.deployment.tags), R"({"owner":"network"})");
  EXPECT_EQ(configuration.modules.at("br/public"), "hub/vendor/modules");
  EXPECT_EQ(configuration.excluded.at(0).folder, "hub");
  EXPECT_EQ(configuration.limits.nesting, 64U);
}

TEST(Configuration, tells_unknown_keys_and_wrong_types_with_their_place) {
  ConfigurationReading reading;
  reading.read(
      "rulez: {}\n"
      "rules: { T1: loud, T2: { sevrity: error } }\n"
      "deployment: { subscription: s }\n"
      "limits: { nesting: 9999999, nestin: 3 }\n"
      "exclude: { a: b }\n"
      "extends: stric\n"
      "modules: { public: vendor }\n");
  EXPECT_EQ(reading.told(),
            "6:10 no profile is called `stric`, did you mean `strict`?\n"
            "2:14 `T1` is the text `loud`, expected `error`, `warning`, `note`, `off` or `on`\n"
            "2:26 no key of a rule is called `sevrity`, did you mean `severity`?\n"
            "3:15 no key of `deployment` is called `subscription`, did you mean "
            "`subscriptionId`?\n"
            "7:12 `public` is not how references to modules begin, as `br/public` or "
            "`br:example.azurecr.io` is\n"
            "5:10 `exclude` is a mapping, expected a list of texts\n"
            "4:20 `nesting` is 9999999, the most is 1024\n"
            "4:29 no limit is called `nestin`, did you mean `nesting`?\n"
            "1:1 no key of the configuration is called `rulez`, did you mean `rules`?\n");
}

TEST(Configuration, lays_itself_over_what_it_extends) {
  ConfigurationReading reading;
  reading.files.write("teams/team.yaml",
                      "extends: strict\nrulePaths: [rules]\nparameters: { a: 1, b: 2 }\n");
  const Configuration configuration =
      reading.read("extends: ../teams/team.yaml\nparameters: { b: 3 }\n");
  EXPECT_EQ(reading.told(), "");
  EXPECT_EQ(configuration.profile, "strict");
  EXPECT_EQ(configuration.rule_paths.at(0).path, "teams/rules");
  ASSERT_EQ(configuration.parameters.size(), 2U);
  EXPECT_EQ(configuration.parameters[1].value.as_int(), 3);
}

TEST(Configuration, stops_where_files_extend_one_another) {
  ConfigurationReading reading;
  reading.files.write("hub/other.yaml", "extends: ./.exrlint.yaml\n");
  reading.read("extends: ./other.yaml\n");
  EXPECT_EQ(reading.told(), "1:10 `hub/.exrlint.yaml` extends itself in the end\n");
}

TEST(Configuration, is_unreadable_if_it_is_no_yaml) {
  ConfigurationReading reading;
  EXPECT_FALSE(reading.read("rules: EXR402: off\n").readable);
  EXPECT_EQ(reading.problems.size(), 1U);
  EXPECT_TRUE(ConfigurationReading().read("").readable);
}

TEST(Selection, computes_profiles_from_the_rules) {
  EXPECT_EQ(running_under(""), "T1 T2 ");
  EXPECT_EQ(running_under("extends: validity"), "T1 ");
  EXPECT_EQ(running_under("extends: landing-zone"), "T1 T2 T3 ");
  EXPECT_EQ(running_under("extends: strict"), "T1 T2 T3 ");
}

TEST(Selection, turns_rules_on_and_off) {
  EXPECT_EQ(running_under("rules: { t1: off, T3: note }"), "T2 T3 ");
  EXPECT_EQ(running_under("extends: validity\nrules: { T2: on }"), "T1 T2 ");
  EXPECT_EQ(running_under("rules: { T3: { settings: { allowed: [] } } }"), "T1 T2 ");
}

TEST(Selection, lets_the_command_line_decide) {
  EXPECT_EQ(running_under("rules: { T1: off }", {{"T1", "name-of-T3"}, {}, {}}), "T1 T3 ");
  EXPECT_EQ(running_under("", {{}, {"T2"}, {}}), "T1 ");
  EXPECT_EQ(running_under("rules: { T2: off }", {{}, {}, {{"T2", Severity::Error}}}), "T1 T2 ");
}

TEST(Selection, tells_rules_and_settings_that_do_not_exist) {
  ConfigurationReading reading;
  const Configuration configuration = reading.read(
      "rules:\n"
      "  T9: off\n"
      "  T1: { settings: { alowed: [a], allowed: [1] } }\n"
      "settings: { nothing: 1 }\n");
  select_rules(configuration, {{"T8"}, {}, {}}, three_rules(), reading.problems);
  const std::string told = reading.told();
  EXPECT_NE(told.find("2:3 no rule is called `T9`"), std::string::npos) << told;
  EXPECT_NE(told.find("3:21 no setting of rule `T1` is called `alowed`, did you mean `allowed`?"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("3:43 `allowed` has an element that is `1`, expected `string`"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("4:13 the vocabulary has no settings"), std::string::npos) << told;
  EXPECT_NE(told.find("`--select`: no rule is called `T8`"), std::string::npos) << told;
}

}  // namespace
}  // namespace exr
