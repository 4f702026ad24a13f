#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "frontends/terraform/plan_configuration.h"
#include "source/span.h"

namespace exr {

/// The key of an instance: none, a number (`count`) or a text (`for_each`).
using InstanceKey = std::variant<std::monostate, std::int64_t, std::string>;

/// One call on the way to a module instance: `module.hub["ams"]`.
struct ModuleStep {
  std::string name;
  InstanceKey key;
  friend bool operator==(const ModuleStep&, const ModuleStep&) = default;
};

/// An instance of a module. The root has no steps and an empty address.
struct ModuleInstance {
  std::string address;
  std::vector<ModuleStep> steps;
};

enum class PlannedAction : std::uint8_t { NoOp, Create, Update, Replace, Delete, Forget, Read };

/// A resource instance of a plan or a state. Its values stay in the file until somebody decodes
/// them (planned_value.h).
struct PlannedResource {
  std::string address;
  /// Index into Plan::modules.
  std::uint32_t module = 0;
  bool is_data = false;
  /// `azurerm_express_route_circuit`, `this`.
  std::string type;
  std::string name;
  InstanceKey key;
  PlannedAction action = PlannedAction::NoOp;
  /// The record in the file.
  Span span;
  /// JSON values in the file; invalid where absent. In a state `after` is `values`.
  Span before;
  Span after;
  Span after_unknown;
  Span after_sensitive;
};

/// A variable of the root module with the value that the plan was made with.
struct PlannedVariable {
  std::string name;
  Span value;
};

/// An output of the root module.
struct PlannedOutput {
  std::string name;
  bool sensitive = false;
  Span value;
};

/// A plan or a state as `terraform show -json` writes it, without what nobody needs.
struct Plan {
  enum class Kind : std::uint8_t { Plan, State };
  Kind kind = Kind::Plan;
  FileId file = FileId::kNone;
  std::string format_version;
  std::string terraform_version;
  /// Planning ended with an error, or was limited: there may be more resources.
  bool is_partial = false;
  /// Every module instance that a resource names; the first is the root.
  std::vector<ModuleInstance> modules;
  /// Of `resource_changes` all, also those that are deleted; of a state all.
  std::vector<PlannedResource> resources;
  /// What the state before held: data sources, and managed resources, with `after` as values.
  std::vector<PlannedResource> prior;
  std::vector<PlannedVariable> variables;
  std::vector<PlannedOutput> outputs;
  PlanConfiguration configuration;
};

}  // namespace exr
