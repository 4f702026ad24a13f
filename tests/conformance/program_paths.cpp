#include "conformance/program_paths.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/dependencies.h"
#include "conformance/json_path.h"
#include "value/containers.h"

namespace conformance {

namespace {

using Kind = PathAnswer::Kind;

PathAnswer part_of(const exr::Value& whole, const std::vector<PathStep>& steps, std::size_t first) {
  const auto part = value_at(whole, steps, first);
  return part ? PathAnswer{.value = *part} : PathAnswer{.kind = Kind::Absent};
}

PathAnswer evaluated(const Program& program, std::string_view expression,
                     const std::vector<PathStep>& steps, std::size_t first) {
  const auto answer = program.evaluate(expression);
  if (!answer || !answer->problems.empty()) return {.kind = Kind::Absent};
  return part_of(answer->value, steps, first);
}

PathAnswer output_at(const Program& program, const std::vector<PathStep>& steps) {
  if (steps.size() < 3 || steps[2].name != "value") return {.kind = Kind::CompiledText};
  const exr::GraphOutcome outcome = program.graph();
  for (const exr::Output& output : outcome.graph.outputs()) {
    if (output.address.empty() && output.name == steps[1].name)
      return part_of(output.value, steps, 3);
  }
  return {.kind = Kind::Absent};
}

// `assert NAME = expression`, on one line.
PathAnswer assertion_at(const Program& program, const std::vector<PathStep>& steps) {
  const std::string begin = "assert " + steps[1].name + " = ";
  const std::size_t found = program.text().find(begin);
  if (found == std::string::npos) return {.kind = Kind::Absent};
  const std::size_t from = found + begin.size();
  const std::string expression =
      program.text().substr(from, program.text().find('\n', from) - from);
  return evaluated(program, expression, steps, 2);
}

PathAnswer function_at(const Program& program, const std::vector<PathStep>& steps) {
  const bool is_body = steps.size() == 6 && steps[2].name == "members" &&
                       steps[4].name == "output" && steps[5].name == "value";
  if (!is_body) return {.kind = Kind::CompiledText};
  return evaluated(program, steps[3].name + "()", steps, steps.size());
}

exr::Value symbols_of(const Dependencies& dependencies) {
  exr::Array array;
  for (const std::string& symbol : dependencies.symbols) array.add(exr::Value::string(symbol));
  return exr::Value::array(std::move(array));
}

PathAnswer resource_at(const Program& program, const std::vector<PathStep>& steps) {
  if (steps.size() != 3) return {.kind = Kind::CompiledText};
  const exr::GraphOutcome outcome = program.graph();
  const auto& resources = outcome.graph.resources();
  for (std::size_t i = 0; i < resources.size(); ++i) {
    const bool is_meant = steps[1].kind == PathStep::Kind::Element
                              ? i == steps[1].index
                              : resources[i].address == steps[1].name;
    if (!is_meant) continue;
    if (steps[2].name == "name") return {.value = resources[i].name};
    if (steps[2].name == "dependsOn") {
      const auto handle = static_cast<exr::ResourceHandle>(i);
      return {.value = symbols_of(dependencies_of(outcome.graph, handle))};
    }
  }
  return {.kind = Kind::Absent};
}

}  // namespace

PathAnswer answer_at(const Program& program, std::string_view path) {
  const std::vector<PathStep> steps = read_path(path);
  if (steps.size() < 2) return {.kind = Kind::CompiledText};
  const std::string& section = steps[0].name;
  if (section == "outputs") return output_at(program, steps);
  if (section == "variables") return evaluated(program, steps[1].name, steps, 2);
  if (section == "asserts") return assertion_at(program, steps);
  if (section == "functions") return function_at(program, steps);
  if (section == "resources") return resource_at(program, steps);
  return {.kind = Kind::CompiledText};
}

}  // namespace conformance
