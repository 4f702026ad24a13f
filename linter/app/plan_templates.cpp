#include "app/plan_templates.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>

#include "azure/resource_id.h"
#include "frontends/arm/loader.h"

namespace exr {

namespace {

constexpr std::string_view kParameterSchema =
    "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";

DeploymentPlace deployment_place(const PlannedTemplate& planned) {
  DeploymentPlace place;
  place.name = planned.name;
  if (const auto scope = parse_resource_id(planned.scope)) {
    place.subscription_id = scope->subscription_id;
    place.resource_group = scope->resource_group;
    place.management_group = scope->management_group;
  }
  return place;
}

std::vector<Argument> arguments_of(const PlannedTemplate& planned, const std::string& path,
                                   const Reading& reading) {
  if (planned.parameters.empty()) return {};
  std::string document =
      fmt::format(R"({{"$schema": "{}", "contentVersion": "1.0.0.0", "parameters": {}}})",
                  kParameterSchema, planned.parameters);
  const std::size_t first = reading.problems.size();
  const auto id = load_arm_parameters_text(path, std::move(document), reading);
  std::vector<Argument> arguments;
  if (id) {
    arguments = evaluate_parameter_file(reading.library, *id, reading.limits, reading.problems);
  }
  if (const auto file = reading.sources.find(path))
    move_problems(reading.problems, first, *file, planned.place, reading.sources);
  return arguments;
}

}  // namespace

void move_problems(Problems& problems, std::size_t first, FileId file, const Span& place,
                   const SourceMap& sources) {
  for (std::size_t i = first; i < problems.size(); ++i) {
    Problem& problem = problems[i];
    if (problem.span.file != file) continue;
    const Position position = sources.file(file).position_at(problem.span.begin);
    problem.message = fmt::format("in the template, line {}, column {}: {}", position.line,
                                  position.column, problem.message);
    problem.span = place;
    problem.related.clear();
  }
}

std::optional<ReadTemplate> read_planned_template(const PlannedTemplate& planned,
                                                  const Reading& reading) {
  // nobody sees these paths: what is found moves to where the plan holds the text
  const std::string plan = reading.sources.file(planned.place.file).path();
  const std::string path = plan + ":" + planned.address;
  const std::size_t first = reading.problems.size();
  const ArmFile read = load_arm_text(path, planned.text, reading);
  const auto file = reading.sources.find(normal_path(path));
  if (file) move_problems(reading.problems, first, *file, planned.place, reading.sources);
  if (read.kind != ArmFile::Kind::Template || !file) {
    if (reading.problems.size() == first) {
      reading.problems.push_back(
          {.kind = ProblemKind::UnreadableModule,
           .message = "what `" + planned.address +
                      "` deploys is no ARM template: it has no `$schema` of a deployment template",
           .span = planned.place,
           .path = {}});
    }
    return std::nullopt;
  }
  return ReadTemplate{.request = {.target = read.id,
                                  .arguments = arguments_of(planned, path + ":parameters", reading),
                                  .file = plan,
                                  .place = deployment_place(planned)},
                      .file = *file};
}

}  // namespace exr
