#pragma once

#include <string>
#include <vector>

#include "findings/problem.h"
#include "graph/resource_graph.h"
#include "support/limits.h"
#include "template/template.h"
#include "value/trail.h"
#include "value/value.h"

namespace exr {

/// What the configuration knows of the place that a template is deployed to (`deployment:`). Empty
/// texts are not known: IDs then hold placeholders such as `{subscriptionId}`.
struct DeploymentPlace {
  std::string tenant_id;
  std::string management_group;
  std::string subscription_id;
  std::string resource_group;
  /// Of the resource group, or of the deployment above groups.
  std::string location;
  /// Of the resource group: an object; null if not known.
  Value tags;
  /// What `deployment().name` gives.
  std::string name;
};

/// A value for a parameter of the root template.
struct Argument {
  std::string name;
  Value value;
  Given given = Given::File;
  /// Where the name is written; invalid for the command line.
  Span name_span;
};

/// One template with arguments.
struct DeploymentRequest {
  TemplateId target = TemplateId::kNone;
  std::vector<Argument> arguments;
  /// What people know the deployment by: the parameter file, or the template.
  std::string file;
  DeploymentPlace place;
};

/// Expands a template, with all its modules, into the resources, outputs and parameters of one more
/// deployment of the graph. What the template's author got wrong is reported; the rest is expanded
/// nevertheless. Call link() after the last one.
DeploymentId expand(const TemplateLibrary& library, const DeploymentRequest& request,
                    const Limits& limits, ResourceGraph& graph, Problems& problems);

/// The arguments of a lowered parameter file (with those that it extends), evaluated.
std::vector<Argument> evaluate_parameter_file(const TemplateLibrary& library,
                                              TemplateId parameter_file, const Limits& limits,
                                              Problems& problems);

}  // namespace exr
