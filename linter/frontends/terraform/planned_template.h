#pragma once

#include <optional>
#include <string>

#include "graph/resource.h"
#include "source/span.h"

namespace exr {

/// A template that a plan deploys (`azurerm_resource_group_template_deployment`).
struct PlannedTemplate {
  /// The Terraform address of the deployment.
  std::string address;
  /// ARM JSON.
  std::string text;
  /// The `parameters` of an ARM parameter file; empty if there are none.
  std::string parameters;
  /// The attribute of the plan that holds it.
  Span place;
  /// The ID of the group, subscription, management group or tenant that it is deployed to, as far
  /// as it is known.
  std::string scope;
  /// What `deployment().name` gives; empty if it is not known.
  std::string name;
};

/// The template of a resource of type `Microsoft.Resources/deployments`. Empty if it is not known
/// before apply, or stands elsewhere (a template spec).
std::optional<PlannedTemplate> planned_template(const Resource& deployment);

}  // namespace exr
