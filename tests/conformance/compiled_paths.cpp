#include "conformance/compiled_paths.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "conformance/arm_value.h"
#include "conformance/dependencies.h"
#include "conformance/json_path.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace conformance {

namespace {

using Kind = CompiledVerdict::Kind;

CompiledVerdict not_usable(std::string reason) { return {Kind::NotUsable, std::move(reason)}; }

CompiledVerdict compared(const Program& program, const Assertion& assertion,
                         const std::optional<exr::Value>& found) {
  const ArmValue wanted = evaluate_arm(assertion.expected, program);
  if (!wanted.value) return not_usable(wanted.reason);
  const bool is_refused = wanted.value->is_unknown() &&
                          wanted.value->as_unknown().reason == exr::UnknownReason::Invalid;
  if (is_refused) return not_usable("Azure refuses to compute it");
  if (!found) return {Kind::Different, "nothing"};
  const bool same =
      exr::equals(*found, *wanted.value, exr::TextComparison::Exact) == exr::Truth::True;
  return {same ? Kind::Equal : Kind::Different,
          exr::to_json(*found) + " and not " + exr::to_json(*wanted.value)};
}

CompiledVerdict judge_output(const Program& program, const Assertion& assertion,
                             const std::vector<PathStep>& steps) {
  if (steps.size() < 3 || steps[2].name != "value")
    return not_usable("it is about the declaration of an output");
  const exr::GraphOutcome outcome = program.graph();
  for (const exr::Output& output : outcome.graph.outputs()) {
    if (output.address.empty() && output.name == steps[1].name)
      return compared(program, assertion, value_at(output.value, steps, 3));
  }
  return compared(program, assertion, std::nullopt);
}

CompiledVerdict judge_variable(const Program& program, const Assertion& assertion,
                               const std::vector<PathStep>& steps) {
  if (steps.size() < 2 || steps[1].name == "copy" || steps[1].name.starts_with('_'))
    return not_usable("it is about how variables are written");
  const auto answer = program.evaluate(steps[1].name);
  if (!answer || !answer->problems.empty()) return compared(program, assertion, std::nullopt);
  return compared(program, assertion, value_at(answer->value, steps, 2));
}

bool has_property(const exr::Resource& resource, const PathStep& filter) {
  const exr::Value* value = filter.name == "name"   ? &resource.name
                            : filter.name == "kind" ? resource.body.as_object().find("kind")
                                                    : nullptr;
  if (filter.name == "type") return exr::equal_ignoring_case(resource.type, filter.wanted);
  return value != nullptr && value->is_string() && value->as_string() == filter.wanted;
}

// The name that the program asserts of the resource at an index.
std::optional<exr::Value> asserted_name(const Program& program, const ExpectedProgram& expected,
                                        std::size_t index) {
  const std::string path = "resources[" + std::to_string(index) + "].name";
  for (const Assertion& assertion : expected.assertions) {
    if (assertion.path == path || assertion.path == "$." + path)
      return evaluate_arm(assertion.expected, program).value;
  }
  return std::nullopt;
}

bool has_name(const exr::Resource& resource, const exr::Value& name) {
  return exr::equals(resource.name, name, exr::TextComparison::Exact) == exr::Truth::True;
}

// The one resource that a step means.
std::optional<exr::ResourceHandle> find_resource(const exr::ResourceGraph& graph,
                                                 const PathStep& step,
                                                 const std::optional<exr::Value>& name) {
  std::vector<exr::ResourceHandle> found;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const exr::Resource& resource = graph.resources()[i];
    // what a module deploys stands in a template of its own
    if (resource.address.find('/') != std::string::npos || resource.is_inline) continue;
    const bool is_meant = step.kind == PathStep::Kind::Filter     ? has_property(resource, step)
                          : step.kind == PathStep::Kind::Property ? resource.address == step.name
                          : resource.existing                     ? false
                                              : !name || has_name(resource, *name);
    if (is_meant) found.push_back(static_cast<exr::ResourceHandle>(i));
  }
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::string listed(const std::set<std::string>& texts) {
  std::string line = "[";
  for (const std::string& text : texts) line += (line.size() > 1 ? ", " : "") + text;
  return line + "]";
}

// The IDs or symbols that an assertion names; empty if one of them has no known text.
std::optional<std::set<std::string>> named_in(const exr::Value& value) {
  const std::vector<exr::Value> members =
      value.is_array() ? value.as_array().members : std::vector<exr::Value>{value};
  std::set<std::string> names;
  for (const exr::Value& member : members) {
    if (!member.is_string()) return std::nullopt;
    names.insert(member.as_string());
  }
  return names;
}

bool has_all(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

CompiledVerdict judge_dependencies(const Program& program, const Assertion& assertion,
                                   const Dependencies& found) {
  const std::string shown = listed(found.ids) + " " + listed(found.symbols);
  if (assertion.absent) return {found.ids.empty() ? Kind::Equal : Kind::Different, shown};
  const ArmValue evaluated = evaluate_arm(assertion.expected, program);
  if (!evaluated.value) return not_usable(evaluated.reason);
  const auto wanted = named_in(*evaluated.value);
  if (!wanted) return not_usable("it waits for what has no known name");
  // one of several
  const bool is_one = !evaluated.value->is_array();
  const bool all_found = has_all(found.ids, *wanted) || has_all(found.symbols, *wanted);
  const bool all_wanted = has_all(*wanted, found.ids) || has_all(*wanted, found.symbols);
  if (all_found && (is_one || all_wanted)) return {Kind::Equal, shown};
  // to read a value of another resource is to wait for it, but no relation between the two
  if (is_one || all_wanted) return not_usable("it waits for what it only reads a value of");
  return {Kind::Different, shown};
}

CompiledVerdict judge_resource(const Program& program, const ExpectedProgram& expected,
                               const Assertion& assertion, const std::vector<PathStep>& steps) {
  if (steps.size() < 3) return not_usable("it is about how resources are listed");
  const exr::GraphOutcome outcome = program.graph();
  const bool is_index = steps[1].kind == PathStep::Kind::Element;
  const auto name =
      is_index ? asserted_name(program, expected, steps[1].index) : std::optional<exr::Value>();
  const auto handle = find_resource(outcome.graph, steps[1], name);
  if (!handle) return not_usable("no one resource is meant for sure");
  const exr::Resource& resource = outcome.graph.resource(*handle);
  const std::string& property = steps[2].name;
  if (property == "dependsOn")
    return judge_dependencies(program, assertion, dependencies_of(outcome.graph, *handle));
  if (assertion.absent) return not_usable("it is about how a resource is written");
  if (property == "name" && steps.size() == 3) return compared(program, assertion, resource.name);
  if (property == "type" && steps.size() == 3)
    return compared(program, assertion, exr::Value::string(resource.type));
  if (property == "apiVersion" && steps.size() == 3)
    return compared(program, assertion, exr::Value::string(resource.api_version));
  if (property == "existing")
    return compared(program, assertion, exr::Value::boolean(resource.existing));
  const bool is_written =
      property == "properties" || property == "location" || property == "identity";
  const bool is_module = exr::equal_ignoring_case(resource.type, "Microsoft.Resources/deployments");
  if (!is_written || is_module) return not_usable("it is about how a resource is written");
  return compared(program, assertion, value_at(resource.body, steps, 2));
}

}  // namespace

CompiledVerdict judge_compiled(const Program& program, const ExpectedProgram& expected,
                               const Assertion& assertion) {
  const std::vector<PathStep> steps = read_path(assertion.path);
  if (steps.empty()) return not_usable("its path is more than a path");
  const std::string& part = steps[0].name;
  if (part == "resources") return judge_resource(program, expected, assertion, steps);
  if (assertion.absent) return not_usable("it is about what is not written");
  if (part == "outputs") return judge_output(program, assertion, steps);
  if (part == "variables") return judge_variable(program, assertion, steps);
  if (part == "functions") return not_usable("it is about how functions are written");
  if (part == "definitions") return not_usable("it is about how types are written");
  return not_usable("it is about the rest of the compiled text");
}

}  // namespace conformance
