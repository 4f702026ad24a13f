#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/discovery.h"
#include "app/frontends.h"
#include "app/parameter_texts.h"
#include "template/deployment.h"

namespace exr {

/// What the command line says of parameters.
struct ParameterOptions {
  /// ARM parameter files, each of which makes one deployment. (`.bicepparam` files are inputs.)
  std::vector<std::string> arm_files;
  std::vector<ParameterText> texts;
};

/// What the files of a project become.
struct DeploymentPlan {
  std::vector<DeploymentRequest> requests;
  std::vector<Plan> terraform_plans;
  /// The inputs that could not be read at all.
  std::vector<std::string> unreadable;
  /// How many files in folders turned out to be no inputs: their names may be those of templates,
  /// their content is not.
  std::size_t ignored = 0;
  /// The parameters of the templates, by which a `--param` that fits none is found.
  std::set<std::string> parameter_names;
};

/// Reads the files of a project and decides what is linted by itself: what the command line names,
/// and of what was found in folders every parameter file, and every template that neither a
/// parameter file nor a module call of another one covers. The values of a template's parameters
/// come from its parameter file, else from `--param`, else from the configuration.
DeploymentPlan plan_deployments(const Project& project, const ParameterOptions& options,
                                const Reading& reading);

}  // namespace exr
