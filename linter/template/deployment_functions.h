#pragma once

#include <optional>

#include "template/deployment_function_names.h"
#include "template/expansion.h"

namespace exr {

/// The value of a function that needs the deployment (`resourceGroup()`, `resourceId(...)`), or
/// that only Azure can compute (`reference(...)`, `vault.getSecret(...)`); empty for any other.
std::optional<Value> call_deployment_function(Expansion& expansion, TemplateInstance& instance,
                                              const HostCall& call);

/// A call of which nobody knows the value: its text, and the history of its arguments.
Value unknown_call(const HostCall& call, UnknownReason reason);

// One list a subject; each is a file of its own.
/// `resourceGroup`, `subscription`, `deployment`, ... : where a template is deployed to.
std::optional<Value> call_scope_function(TemplateInstance& instance, DeploymentFunction function,
                                         const HostCall& call);
/// `resourceId` and its kin.
std::optional<Value> call_id_function(Expansion& expansion, TemplateInstance& instance,
                                      DeploymentFunction function, const HostCall& call);
/// What is known at run time only.
std::optional<Value> call_runtime_function(Expansion& expansion, const HostCall& call);
/// The `environment()` of the public cloud.
Value public_cloud();

}  // namespace exr
