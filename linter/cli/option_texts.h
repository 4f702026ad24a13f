#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "support/result.h"

namespace exr {

/// The names of the output formats, and the help text that lists them.
std::vector<std::string> format_names();
std::string format_help();

/// What stands below the options in a help text: examples and exit codes.
std::string_view general_footer();
std::string_view check_footer();
std::string_view rules_test_footer();

/// A message of the option parser as one line that begins in lower case.
std::string one_line(std::string_view message);

/// Reads `name=value` texts. A Failure if one has no name.
std::optional<Failure> read_parameters(const std::vector<std::string>& texts, InputOptions& input);

/// Reads `ID=severity` and `FORMAT:FILE` texts. A Failure if one cannot be understood.
std::optional<Failure> finish_check(const std::vector<std::string>& severities,
                                    const std::vector<std::string>& outputs, CheckOptions& check);

}  // namespace exr
