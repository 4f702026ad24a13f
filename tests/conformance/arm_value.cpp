#include "conformance/arm_value.h"

#include <array>
#include <map>
#include <string_view>

#include "expression/functions/arguments.h"
#include "frontends/arm/loader.h"
#include "graph/resource_graph.h"
#include "support/text.h"
#include "template/deployment.h"
#include "value/print.h"

namespace conformance {

namespace {

struct Blocker {
  std::string_view text;
  std::string_view reason;
};

// What stands for things that one value alone does not have.
constexpr std::array kBlockers = {
    Blocker{"reference(", "it reads a resource at run time"},
    Blocker{"references(", "it reads a resource at run time"},
    Blocker{"resourceInfo(", "it reads a resource at run time"},
    Blocker{"[list", "it reads a resource at run time"},
    Blocker{"(list", "it reads a resource at run time"},
    Blocker{" list", "it reads a resource at run time"},
    Blocker{"copyIndex(", "it stands in a loop"},
    Blocker{"__bicep", "it calls a function of the compiled template"},
    Blocker{"{{", "it is a pattern of the test's own"},
};

// The names in `call('name')`.
std::map<std::string, exr::Value> names_in(const std::string& text, const std::string& call) {
  std::map<std::string, exr::Value> names;
  const std::string begin = call + "('";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    names[text.substr(from, text.find('\'', from) - from)] = {};
  }
  return names;
}

enum class NameKind : std::uint8_t { Parameter, Variable };

// Gives names their values in the program. False if one cannot be written down: null, and what is
// not known of a variable.
bool fill(std::map<std::string, exr::Value>& names, const Program& program, NameKind kind) {
  for (auto& [name, value] : names) {
    const auto answer = program.evaluate(name);
    if (!answer || !answer->problems.empty() || answer->value.is_null()) return false;
    value = answer->value;
    if (!exr::is_complete(value) && !(kind == NameKind::Parameter && value.is_unknown()))
      return false;
  }
  return true;
}

std::string section(const std::map<std::string, exr::Value>& names, NameKind kind) {
  std::string text = "{";
  for (const auto& [name, value] : names) {
    if (text.size() > 1) text += ",";
    text += exr::json_string(name) + ":";
    const std::string json = exr::to_json(value);
    if (kind == NameKind::Variable) {
      text += json;
    } else {
      text +=
          R"({"type":"object")" + (value.is_unknown() ? "" : R"(,"defaultValue":)" + json) + "}";
    }
  }
  return text + "}";
}

std::string schema_of(const std::string& program) {
  if (program.find("targetScope = 'subscription'") != std::string::npos)
    return "2018-05-01/subscriptionDeploymentTemplate";
  if (program.find("targetScope = 'managementGroup'") != std::string::npos)
    return "2019-08-01/managementGroupDeploymentTemplate";
  if (program.find("targetScope = 'tenant'") != std::string::npos)
    return "2019-08-01/tenantDeploymentTemplate";
  return "2019-04-01/deploymentTemplate";
}

exr::Value value_of_output(const std::string& text) {
  exr::MemoryFileSystem files;
  files.write("main.json", text);
  exr::SourceMap sources;
  const exr::Limits limits;
  exr::TemplateLibrary library;
  exr::Problems problems;
  const exr::ArmFile file = exr::load_arm("main.json", {files, sources, limits, library, problems});
  if (file.id == exr::TemplateId::kNone) return {};
  exr::ResourceGraph graph;
  exr::expand(library, {.target = file.id, .file = "main.json"}, limits, graph, problems);
  return graph.outputs().empty() ? exr::Value() : graph.outputs().front().value;
}

}  // namespace

ArmValue evaluate_arm(const exr::Value& written, const Program& program) {
  const std::string text = exr::to_json(written);
  for (const Blocker& blocker : kBlockers) {
    if (text.find(blocker.text) != std::string::npos) return {{}, std::string(blocker.reason)};
  }
  auto parameters = names_in(text, "parameters");
  auto variables = names_in(text, "variables");
  if (!fill(parameters, program, NameKind::Parameter) ||
      !fill(variables, program, NameKind::Variable))
    return {{}, "it names a parameter or variable that has no value to be written down"};
  const std::string document =
      R"({"$schema":"https://schema.management.azure.com/schemas/)" + schema_of(program.text()) +
      R"(.json#","contentVersion":"1.0.0.0","parameters":)" +
      section(parameters, NameKind::Parameter) + R"(,"variables":)" +
      section(variables, NameKind::Variable) +
      R"(,"resources":[],"outputs":{"value":{"type":"object","value":)" + text + "}}}";
  return {value_of_output(document), {}};
}

}  // namespace conformance
