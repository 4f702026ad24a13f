#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "frontends/arm/lowered_template.h"
#include "frontends/arm/type_lowering.h"
#include "frontends/arm/value_lowering.h"

namespace exr {

/// Lowers the sections of one template, one after the other. Source and result outlive it.
class ArmTemplateLowering {
 public:
  ArmTemplateLowering(const ArmSource& source, const ArmOuterScope* outer,
                      LoweredArmTemplate& result);

  void lower(const Object& document);

 private:
  void collect_names(const Object& document);
  void lower_definitions(const Object& definitions);
  void lower_parameters(const Object& parameters);
  void lower_variables(const Object& variables);
  void add_variable(const std::string& name, NodeId value, Span span);
  void lower_functions(const Array& functions);
  void lower_function(std::string name, const Object& function, Span span);
  void lower_outputs(const Object& outputs);
  NodeId output_value(const std::string& name, const Object& output);

  // resources: resource_lowering.cpp
  void lower_resources(const Value& resources, std::optional<std::uint32_t> nested_in);
  void lower_resource(const std::string& symbol, Span symbol_span, const Value& resource,
                      std::optional<std::uint32_t> nested_in);
  void lower_azure_resource(const std::string& symbol, Span symbol_span, const Value& resource,
                            std::optional<std::uint32_t> nested_in);
  std::optional<LoopHeader> lower_loop(const Object& resource);
  NodeId lower_optional(const Object& object, std::string_view name);
  NodeId lower_scope(const Object& resource);
  NodeId lower_dependencies(const Object& resource);

  // nested deployments: deployment_lowering.cpp
  void lower_deployment(const std::string& symbol, Span symbol_span, const Value& resource);
  NodeId lower_deployment_scope(const Object& resource);
  NodeId lower_arguments(const Object& properties);
  NodeId lower_argument(const Object::Property& argument);
  bool lower_variable_callee(const Value& nested, ArmModule& module);
  void lower_callee(const Object& properties, Span span);
  void lower_link(const Value& link, ArmModule& module);

  /// Properties by name, null if it is missing or no object (which is a Problem).
  const Object* section(const Object& document, std::string_view name);
  void report(ProblemKind kind, std::string message, Span span);

  const ArmSource& source_;
  LoweredArmTemplate& result_;
  Template& template_;
  /// The variables that expressions here mean; null if there are none, or if they are those of the
  /// template around this one.
  const Object* variables_ = nullptr;
  /// The first module whose template is a variable, by the name of that.
  std::map<std::string, std::uint32_t> by_variable_;
  ArmNames names_;
  ArmExpressionSite site_;
  ArmTypeLowering types_;
};

}  // namespace exr
