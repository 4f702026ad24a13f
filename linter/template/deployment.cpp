#include "template/deployment.h"

#include <algorithm>
#include <utility>

#include "template/declarations.h"
#include "template/expansion.h"
#include "template/graph_values.h"
#include "template/graph_writer.h"
#include "template/modules.h"
#include "value/unknown.h"

namespace exr {

namespace {

void pass_arguments(Expansion& expansion, const DeploymentRequest& request,
                    TemplateInstance& root) {
  for (const Argument& argument : request.arguments) {
    if (!has_parameter(*root.lowered, argument.name) && !root.lowered->partial) {
      expansion.report(ProblemKind::UnknownParameter,
                       unknown_parameter_message(*root.lowered, argument.name), argument.name_span);
    }
    root.arguments.insert_or_assign(argument.name, argument);
  }
}

Given given_in_file(const Value& value) {
  const TrailPointer& trail = value.trail();
  const bool is_secret =
      trail != nullptr && trail->kind == Trail::Kind::Function && trail->name == "getSecret";
  return is_secret ? Given::Vault : Given::File;
}

// A parameter file may extend another one, which may extend a third.
void add_arguments(Expansion& expansion, TemplateId id, std::vector<Argument>& arguments) {
  std::vector<TemplateId> files;
  for (TemplateId file = id; file != TemplateId::kNone;) {
    const bool is_known = std::find(files.begin(), files.end(), file) != files.end();
    if (is_known || files.size() >= expansion.limits().module_depth) break;
    files.push_back(file);
    file = expansion.library().at(file).extends;
  }
  const TemplateId target = expansion.library().at(id).target;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    const Template& lowered = expansion.library().at(*file);
    TemplateInstance& instance = expansion.declarations_of(lowered);
    for (std::uint32_t i = 0; i < lowered.arguments.size(); ++i) {
      const ArgumentDeclaration& declared = lowered.arguments[i];
      // what a base gives may be for other templates
      const bool is_for_others = *file != id && target != TemplateId::kNone &&
                                 !has_parameter(expansion.library().at(target), declared.name);
      if (is_for_others) continue;
      const Value value =
          graph_value(expansion, own_argument_value(expansion, instance, i, declared.name_span));
      arguments.push_back({.name = declared.name,
                           .value = value,
                           .given = given_in_file(value),
                           .name_span = declared.name_span});
    }
  }
}

}  // namespace

DeploymentId expand(const TemplateLibrary& library, const DeploymentRequest& request,
                    const Limits& limits, ResourceGraph& graph, Problems& problems) {
  const DeploymentId deployment = graph.add_deployment(request.file);
  if (request.target == TemplateId::kNone) {
    graph.deployment(deployment).partial = true;
    return deployment;
  }
  Expansion expansion(library, limits, problems);
  TemplateInstance& root = expansion.add_instance(library.at(request.target));
  root.place = root_place(request.place, root.lowered->scope);
  root.scope = scope_id(root.place);
  const std::string& name = request.place.name;
  root.name =
      name.empty()
          ? Value::unknown(make_unknown(UnknownReason::RuntimeFunction, "deployment().name"))
          : Value::string(name);
  pass_arguments(expansion, request, root);
  write_graph(expansion, root, graph, deployment);
  return deployment;
}

std::vector<Argument> evaluate_parameter_file(const TemplateLibrary& library,
                                              TemplateId parameter_file, const Limits& limits,
                                              Problems& problems) {
  std::vector<Argument> arguments;
  Expansion expansion(library, limits, problems);
  add_arguments(expansion, parameter_file, arguments);
  return arguments;
}

}  // namespace exr
