#include "cli/option_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

// A word that an option may have, and what it stands for.
template <typename T>
struct Choice {
  std::string_view name;
  T value;
};

constexpr std::array kFailOn = {
    Choice<FailOn>{"error", FailOn::Error},
    Choice<FailOn>{"warning", FailOn::Warning},
    Choice<FailOn>{"note", FailOn::Note},
    Choice<FailOn>{"never", FailOn::Never},
};
constexpr std::array kColors = {
    Choice<ColorChoice>{"auto", ColorChoice::Auto},
    Choice<ColorChoice>{"always", ColorChoice::Always},
    Choice<ColorChoice>{"never", ColorChoice::Never},
};
constexpr std::array kSarifKinds = {
    Choice<bool SarifInclude::*>{"open", &SarifInclude::open},
    Choice<bool SarifInclude::*>{"suppressed", &SarifInclude::suppressed},
};
constexpr std::array kGraphFormats = {
    Choice<GraphFormat>{"json", GraphFormat::Json},
    Choice<GraphFormat>{"dot", GraphFormat::Dot},
    Choice<GraphFormat>{"mermaid", GraphFormat::Mermaid},
};

template <typename Choices>
auto find_choice(const Choices& choices, std::string_view name) -> decltype(choices.data()) {
  for (const auto& choice : choices) {
    if (choice.name == name) return &choice;
  }
  return nullptr;
}

template <typename Choices>
std::string names_of(const Choices& choices) {
  std::string names;
  for (const auto& choice : choices) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", choice.name);
  }
  return names;
}

Failure not_understood(std::string_view option, std::string_view text, std::string_view expected) {
  return {fmt::format("`{} {}`: expected one of {}", option, text, expected)};
}

std::optional<Failure> read_parameters(const std::vector<std::string>& texts, InputOptions& input) {
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    // without a name all of it may be a secret value
    if (equals == std::string::npos || equals == 0) return Failure{"`--param` needs name=value"};
    input.parameters.push_back({.name = text.substr(0, equals), .text = text.substr(equals + 1)});
  }
  return std::nullopt;
}

std::optional<Failure> read_severities(const std::vector<std::string>& texts, RuleOptions& rules) {
  for (const std::string& text : texts) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto severity =
        find_severity(std::string_view(text).substr(std::min(equals + 1, text.size())));
    if (!severity || equals == 0) {
      return Failure{
          fmt::format("`--severity-of {}`: expected ID=error, ID=warning or ID=note", text)};
    }
    rules.severities.emplace_back(text.substr(0, equals), *severity);
  }
  return std::nullopt;
}

std::optional<Failure> read_outputs(const std::vector<std::string>& texts, CheckOptions& check) {
  for (const std::string& text : texts) {
    const auto output = read_output(text);
    if (!output) return Failure{fmt::format("`--output {}` names no file", text)};
    if (!output->format.empty() && find_reporter(output->format) == nullptr) {
      return not_understood("--output", text, "the formats " + format_help());
    }
    check.outputs.push_back(*output);
  }
  return std::nullopt;
}

}  // namespace

std::string format_help() {
  std::string help;
  for (const ReporterEntry& entry : reporters()) {
    help += fmt::format("{}{}", help.empty() ? "" : ", ", entry.name);
  }
  return help;
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
  terraform show -json tfplan > plan.json && exrlint check plan.json
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
  const bool is_word = line.size() > 1 && line[0] >= 'A' && line[0] <= 'Z' &&
                       (line[1] == ' ' || (line[1] >= 'a' && line[1] <= 'z'));
  if (is_word) line[0] = to_lower(line.substr(0, 1))[0];
  return line;
}

std::string unknown_command(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCommands = {"check", "graph", "explain", "rules"};
  const std::string_view near = closest(name, kCommands);
  return fmt::format("no command is called `{}`", name) +
         (near.empty() ? std::string("; `exrlint --help` lists all")
                       : fmt::format(", did you mean `{}`?", near));
}

std::optional<Failure> finish_check(const OptionTexts& texts, CheckOptions& check) {
  if (auto failure = read_parameters(texts.parameters, check.input)) return failure;
  if (auto failure = read_severities(texts.severities, check.rules)) return failure;
  if (auto failure = read_outputs(texts.outputs, check)) return failure;
  if (find_reporter(texts.format) == nullptr) {
    return not_understood("--format", texts.format, format_help());
  }
  check.format = texts.format;
  const auto* fail_on = find_choice(kFailOn, texts.fail_on);
  if (fail_on == nullptr) return not_understood("--fail-on", texts.fail_on, names_of(kFailOn));
  check.fail_on = fail_on->value;
  const auto* color = find_choice(kColors, texts.color);
  if (color == nullptr) return not_understood("--color", texts.color, names_of(kColors));
  check.color = color->value;
  for (const std::string& kind : texts.sarif_include) {
    const auto* included = find_choice(kSarifKinds, kind);
    if (included == nullptr) return not_understood("--sarif-include", kind, names_of(kSarifKinds));
    check.sarif_include.*included->value = true;
  }
  return std::nullopt;
}

std::optional<Failure> finish_graph(const OptionTexts& texts, GraphOptions& graph) {
  if (auto failure = read_parameters(texts.parameters, graph.input)) return failure;
  const auto* format = find_choice(kGraphFormats, texts.graph_format);
  if (format == nullptr) {
    return not_understood("--format", texts.graph_format, names_of(kGraphFormats));
  }
  graph.format = format->value;
  if (!texts.canonical) return std::nullopt;
  if (graph.format != GraphFormat::Json) {
    return Failure{"`--canonical` is a form of JSON, not of `" + texts.graph_format + "`"};
  }
  graph.format = GraphFormat::CanonicalJson;
  return std::nullopt;
}

}  // namespace exr
