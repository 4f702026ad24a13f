#include "cli/option_texts.h"

#include <fmt/format.h>

#include <algorithm>

#include "reporters/registry.h"
#include "support/text.h"

namespace exr {

namespace {

// `FORMAT:FILE` or `FILE`. One letter before the colon is a drive of Windows.
std::optional<OutputChoice> read_output(const std::string& text) {
  const std::size_t colon = text.find(':');
  const bool has_format =
      colon != std::string::npos && colon > 1 && text.find('/') > colon && text.find('.') > colon;
  OutputChoice output;
  if (has_format) output.format = text.substr(0, colon);
  output.path = has_format ? text.substr(colon + 1) : text;
  if (output.path.empty()) return std::nullopt;
  return output;
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ReporterEntry& entry : reporters()) names.emplace_back(entry.name);
  return names;
}

std::string format_help() {
  std::string help;
  for (const ReporterEntry& entry : reporters()) {
    help += fmt::format("{}{} ({})", help.empty() ? "" : ", ", entry.name, entry.meaning);
  }
  return help + " [text]";
}

std::string_view general_footer() {
  return R"(Examples:
  exrlint check                               lint the current folder
  exrlint check hub --output sarif:hub.sarif  text on the terminal, SARIF beside it
  exrlint explain EXR301                      why a rule exists and how to fix what it finds

Exit codes: 0 nothing found, 1 findings, 2 something could not be read or understood)";
}

std::string_view check_footer() {
  return R"(Examples:
  exrlint check hub                           every template below a folder
  exrlint check main.bicep --params prod.bicepparam
  exrlint check main.bicep --param environmentName=prod --select EXR301,EXR304
  exrlint check hub --ignore EXR701 --fail-on error
  git show :main.bicep | exrlint check - --stdin-filename main.bicep

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or
understood (also beside findings))";
}

std::string_view rules_test_footer() {
  return R"(A fixture says what is to be found: `// expect: ID` or `// expect-open: ID` at the end of the line, or
alone on the line above.

Example:
  exrlint rules test fixtures --rules policies)";
}

std::string one_line(std::string_view message) {
  std::string line = replace_all(message, "\n", " ");
  while (line.ends_with(' ') || line.ends_with('.')) line.pop_back();
  const bool is_word =
      line.size() > 1 && line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'a' && line[1] <= 'z';
  if (is_word) line[0] = to_lower(line.substr(0, 1))[0];
  return line;
}

std::optional<Failure> read_parameters(const std::vector<std::string>& texts, InputOptions& input) {
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      // without a name all of it may be a secret value
      return Failure{"`--param` needs name=value"};
    }
    input.parameters.push_back({.name = text.substr(0, equals), .text = text.substr(equals + 1)});
  }
  return std::nullopt;
}

std::optional<Failure> finish_check(const std::vector<std::string>& severities,
                                    const std::vector<std::string>& outputs, CheckOptions& check) {
  for (const std::string& text : severities) {
    const std::size_t equals = text.find('=');
    const auto severity =
        find_severity(equals == std::string::npos ? std::string_view()
                                                  : std::string_view(text).substr(equals + 1));
    if (!severity || equals == 0) {
      return Failure{
          fmt::format("`--severity-of {}`: expected ID=error, ID=warning or ID=note", text)};
    }
    check.rules.severities.emplace_back(text.substr(0, equals), *severity);
  }
  for (const std::string& text : outputs) {
    const auto output = read_output(text);
    if (!output) return Failure{fmt::format("`--output {}` names no file", text)};
    if (!output->format.empty() && find_reporter(output->format) == nullptr) {
      return Failure{fmt::format("`--output {}`: no format is called `{}`; known are `{}`", text,
                                 output->format, fmt::join(format_names(), "`, `"))};
    }
    check.outputs.push_back(*output);
  }
  return std::nullopt;
}

}  // namespace exr
