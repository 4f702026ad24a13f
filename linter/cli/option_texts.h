#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "support/result.h"

namespace exr {

/// The names of the output formats, with commas between them.
std::string format_help();

/// What stands below the options in a help text: examples and exit codes.
std::string_view general_footer();
std::string_view check_footer();
std::string_view rules_test_footer();

/// A message of the option parser as one line that begins in lower case.
std::string one_line(std::string_view message);

/// That no command has this name, and which one is near.
std::string unknown_command(std::string_view name);

/// Options as they were given, before their texts are understood.
struct OptionTexts {
  std::vector<std::string> parameters;
  std::vector<std::string> severities;
  std::vector<std::string> outputs;
  std::vector<std::string> sarif_include;
  std::string format = "text";
  std::string fail_on = "warning";
  std::string color = "auto";
  std::string graph_format = "json";
  bool canonical = false;
};

/// Reads the texts into the options of a command. A Failure names the option that cannot be
/// understood, and what it may be.
std::optional<Failure> finish_check(const OptionTexts& texts, CheckOptions& check);
std::optional<Failure> finish_graph(const OptionTexts& texts, GraphOptions& graph);

}  // namespace exr
