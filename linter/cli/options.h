#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/parameter_texts.h"
#include "app/run.h"
#include "findings/severity.h"
#include "reporters/reporter.h"

namespace exr {

/// `--color`.
enum class ColorChoice : std::uint8_t { Auto, Always, Never };

/// `--output`: a format and the file that it goes to.
struct OutputChoice {
  /// Empty: that of `--format`.
  std::string format;
  std::string path;
};

/// What a command reads and by which rules; several commands share it.
struct InputOptions {
  std::vector<std::string> paths;
  std::vector<std::string> parameter_files;
  std::vector<ParameterText> parameters;
  std::string configuration_file;
  std::vector<std::string> rule_folders;
  /// Where the `.tf` files of a plan lie; empty: beside the plan, else in the working folder.
  std::string source_root;
  /// The name of standard input where a path is `-`.
  std::string stdin_name = "stdin.bicep";
};

struct CheckOptions {
  InputOptions input;
  RuleOptions rules;
  std::string format = "text";
  std::vector<OutputChoice> outputs;
  FailOn fail_on = FailOn::Warning;
  ColorChoice color = ColorChoice::Auto;
  bool show_open = false;
  bool show_suppressed = false;
  bool quiet = false;
  SarifInclude sarif_include;
};

enum class GraphFormat : std::uint8_t { Json, CanonicalJson, Dot, Mermaid };

struct GraphOptions {
  InputOptions input;
  GraphFormat format = GraphFormat::Json;
};

struct ExplainOptions {
  InputOptions input;
  std::string rule;
};

struct RuleListOptions {
  InputOptions input;
};

struct RuleTestOptions {
  InputOptions input;
  std::string folder;
};

/// The command line, understood. Exactly one of the commands is there, or `answer`.
struct CommandLine {
  std::optional<CheckOptions> check;
  std::optional<GraphOptions> graph;
  std::optional<ExplainOptions> explain;
  std::optional<RuleListOptions> rule_list;
  std::optional<RuleTestOptions> rule_test;
  /// Help or version, for standard output.
  std::optional<std::string> answer;
};

/// Reads the command line. The Failure is one line for the user.
Result<CommandLine> read_command_line(int argc, const char* const* argv);

}  // namespace exr
