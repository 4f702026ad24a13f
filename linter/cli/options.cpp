#include "cli/options.h"

// With CLI/CLI.hpp in it this file takes longer to compile than the rest of the room; nothing else
// belongs here.
#include <CLI/CLI.hpp>
#include <utility>

#include "cli/option_texts.h"
#include "support/version.h"

namespace exr {

namespace {

void add_configuration(CLI::App& command, InputOptions& input) {
  command
      .add_option("--config", input.configuration_file,
                  "configuration file, instead of the nearest .exrlint.yaml")
      ->type_name("FILE");
}

void add_rule_folders(CLI::App& command, InputOptions& input) {
  command.add_option("--rules", input.rule_folders, "further folder with rules (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_values(CLI::App& command, InputOptions& input, OptionTexts& raw) {
  command
      .add_option("--params", input.parameter_files,
                  "parameter file, .bicepparam or ARM JSON (repeatable)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--param", raw.parameters, "value of a parameter, name=value (repeatable)")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command
      .add_option("--stdin-filename", input.stdin_name,
                  "name of the text that the path `-` reads from standard input")
      ->type_name("NAME");
}

void add_source_root(CLI::App& command, InputOptions& input) {
  command
      .add_option("--source-root", input.source_root,
                  "where the .tf files of a plan lie [beside the plan, else the current folder]")
      ->type_name("DIR");
}

void add_rule_choices(CLI::App& command, RuleOptions& rules, OptionTexts& raw) {
  command.add_option("--select", rules.selected, "run these rules only, by ID or name")
      ->type_name("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--ignore", rules.ignored, "leave these rules out")
      ->type_name("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--severity-of", raw.severities, "severity of a rule, ID=error (repeatable)")
      ->type_name("ID=SEVERITY")
      ->allow_extra_args(false);
}

void add_reporting(CLI::App& command, CheckOptions& check, OptionTexts& raw) {
  command.add_option("--format", raw.format, "of the report: " + format_help() + " [text]")
      ->type_name("FORMAT");
  command
      .add_option("--output", raw.outputs,
                  "write to a file instead of the terminal; FORMAT:FILE writes beside it "
                  "(repeatable)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--fail-on", raw.fail_on,
                  "exit with 1 from this severity on: error, warning, note, never [warning]")
      ->type_name("SEVERITY");
  command.add_flag("--show-open", check.show_open, "list checks that could not be decided");
  command.add_flag("--show-suppressed", check.show_suppressed,
                   "list findings that `exrlint:ignore` comments leave out");
  command
      .add_option("--sarif-include", raw.sarif_include,
                  "put these results into SARIF as well: open, suppressed")
      ->type_name("KIND,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--color", raw.color, "color the text: auto, always, never [auto]")
      ->type_name("WHEN");
  command.add_flag("--quiet,-q", check.quiet, "one line for each finding, no summary");
}

// The commands of the program, each with the options that it fills.
class Parser {
 public:
  Parser() : app_("A policy linter for Azure ExpressRoute infrastructure as code.", "exrlint") {
    app_.set_version_flag("--version,-V", "exrlint " + std::string(kVersion));
    app_.require_subcommand(1);
    add_check();
    add_graph();
    add_explain();
    add_rules();
    // commands made after it would inherit it
    app_.footer(std::string(general_footer()));
  }

  Result<CommandLine> parse(int argc, const char* const* argv) {
    CommandLine line;
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForVersion& version) {
      line.answer = std::string(version.what()) + "\n";
      return line;
    } catch (const CLI::CallForHelp&) {
      line.answer = app_.help() + "\n";
      return line;
    } catch (const CLI::RequiredError& error) {
      const bool names_command = app_.get_subcommands().empty() && argc > 1 && argv[1][0] != '-';
      if (names_command) return Failure{unknown_command(argv[1])};
      return Failure{one_line(error.what()) + "; `" + used_command() + " --help` says more"};
    } catch (const CLI::ParseError& error) {
      return Failure{one_line(error.what()) + "; `" + used_command() + " --help` says more"};
    }
    return finished(std::move(line));
  }

 private:
  void add_check() {
    check_command_ = app_.add_subcommand("check", "Lint files and folders");
    check_command_->footer(std::string(check_footer()));
    check_command_
        ->add_option("PATH", check_.input.paths,
                     "files and folders [the current folder]; - is standard input")
        ->type_name("");
    add_values(*check_command_, check_.input, raw_);
    add_source_root(*check_command_, check_.input);
    add_rule_choices(*check_command_, check_.rules, raw_);
    add_rule_folders(*check_command_, check_.input);
    add_configuration(*check_command_, check_.input);
    add_reporting(*check_command_, check_, raw_);
  }

  void add_graph() {
    graph_command_ = app_.add_subcommand("graph", "Print the resource graph");
    graph_command_->add_option("PATH", graph_.input.paths, "a file or folder")
        ->type_name("")
        ->expected(1)
        ->required();
    add_values(*graph_command_, graph_.input, raw_);
    add_source_root(*graph_command_, graph_.input);
    add_configuration(*graph_command_, graph_.input);
    graph_command_->add_option("--format", raw_.graph_format, "json, dot or mermaid [json]")
        ->type_name("FORMAT");
    graph_command_->add_flag("--canonical", raw_.canonical,
                             "leave out what differs between Bicep and its compiled JSON");
  }

  void add_explain() {
    explain_command_ =
        app_.add_subcommand("explain", "Say what a rule checks, why, and how to fix it");
    explain_command_->add_option("ID", explain_.rule, "ID or name of a rule")
        ->type_name("")
        ->required();
    add_rule_folders(*explain_command_, explain_.input);
    add_configuration(*explain_command_, explain_.input);
  }

  void add_rules() {
    rules_command_ = app_.add_subcommand("rules", "List rules, or test them");
    rules_command_->require_subcommand(0, 1);
    list_command_ = rules_command_->add_subcommand("list", "List the rules (the default)");
    add_rule_folders(*list_command_, rule_list_.input);
    add_configuration(*list_command_, rule_list_.input);
    test_command_ = rules_command_->add_subcommand("test", "Run a folder of rule fixtures");
    test_command_->footer(std::string(rules_test_footer()));
    test_command_
        ->add_option("DIR", rule_test_.folder,
                     "holds a folder for each rule ID with bad*, good* and unknown* files")
        ->type_name("")
        ->required();
    add_rule_folders(*test_command_, rule_test_.input);
    add_configuration(*test_command_, rule_test_.input);
  }

  std::string used_command() const {
    std::string command = "exrlint";
    for (const CLI::App* used = &app_; !used->get_subcommands().empty();) {
      used = used->get_subcommands().front();
      command += " " + used->get_name();
    }
    return command;
  }

  Result<CommandLine> finished(CommandLine line) {
    if (check_command_->parsed()) {
      if (auto failure = finish_check(raw_, check_)) return *failure;
      line.check = std::move(check_);
    } else if (graph_command_->parsed()) {
      if (auto failure = finish_graph(raw_, graph_)) return *failure;
      line.graph = std::move(graph_);
    } else if (explain_command_->parsed()) {
      line.explain = std::move(explain_);
    } else if (test_command_->parsed()) {
      line.rule_test = std::move(rule_test_);
    } else {
      line.rule_list = std::move(rule_list_);
    }
    return line;
  }

  CLI::App app_;
  CLI::App* check_command_ = nullptr;
  CLI::App* graph_command_ = nullptr;
  CLI::App* explain_command_ = nullptr;
  CLI::App* rules_command_ = nullptr;
  CLI::App* list_command_ = nullptr;
  CLI::App* test_command_ = nullptr;
  CheckOptions check_;
  GraphOptions graph_;
  ExplainOptions explain_;
  RuleListOptions rule_list_;
  RuleTestOptions rule_test_;
  OptionTexts raw_;
};

}  // namespace

Result<CommandLine> read_command_line(int argc, const char* const* argv) {
  return Parser().parse(argc, argv);
}

}  // namespace exr
