#include "frontends/arm/template_lowering.h"

#include <array>
#include <utility>

#include "frontends/arm/file_kinds.h"
#include "support/text.h"

namespace exr {

namespace {

Span statement(const Object::Property& property) {
  const Span value = property.value.origin();
  return {value.file, property.name_span.begin, value.end};
}

// Calls `each(namespace.name, property)` for every user function.
template <typename Each>
void for_each_function(const Array& functions, const Each& each) {
  for (const Value& group : functions.members) {
    if (!group.is_object()) continue;
    const std::string space = plain_text_of(group.as_object(), "namespace");
    const Value* members = group.as_object().find("members");
    if (space.empty() || members == nullptr || !members->is_object()) continue;
    for (const Object::Property& member : members->as_object().properties())
      each(space + "." + member.name, member);
  }
}

// What another file may import, as the Bicep compiler marks it (src/Bicep.Core/LanguageConstants.cs
// of Azure/bicep).
bool is_marked_for_export(const Object& declaration) {
  const Object* metadata = find_object(declaration, "metadata");
  return metadata != nullptr && is_true(*metadata, "__bicep_export!");
}

ArmNameSet exported_variables(const Object& document) {
  ArmNameSet names;
  const Object* metadata = find_object(document, "metadata");
  const Value* list = metadata == nullptr ? nullptr : metadata->find("__bicep_exported_variables!");
  if (list == nullptr || !list->is_array()) return names;
  for (const Value& entry : list->as_array().members) {
    if (entry.is_object()) names.insert(plain_text_of(entry.as_object(), "name"));
  }
  return names;
}

void add_names(const Object* section, ArmNameSet& names) {
  if (section == nullptr) return;
  for (const Object::Property& property : section->properties()) {
    const Array* copies = find_copies(property);
    if (copies == nullptr) {
      names.insert(property.name);
      continue;
    }
    for (const Value& copy : copies->members) names.insert(plain_text_of(copy.as_object(), "name"));
  }
}

}  // namespace

ArmTemplateLowering::ArmTemplateLowering(const ArmSource& source, const ArmOuterScope* outer,
                                         LoweredArmTemplate& result)
    : source_(source),
      result_(result),
      template_(result.lowered),
      site_{.tree = result.lowered.tree,
            .file_text = source.text,
            .names = outer == nullptr ? names_ : outer->names,
            .limits = source.limits,
            .problems = source.problems,
            .loops = outer == nullptr ? std::vector<CopyLoop>() : outer->loops},
      types_(result.lowered.types, site_) {}

void ArmTemplateLowering::report(ProblemKind kind, std::string message, Span span) {
  source_.problems.push_back(
      {.kind = kind, .message = std::move(message), .span = span, .path = {}});
}

const Object* ArmTemplateLowering::section(const Object& document, std::string_view name) {
  const Object::Property* property = document.find_property(name);
  if (property == nullptr || property->value.is_null()) return nullptr;
  if (property->value.is_object()) return &property->value.as_object();
  report(ProblemKind::SyntaxError, "`" + std::string(name) + "` of a template is an object",
         property->value.origin());
  template_.partial = true;
  return nullptr;
}

void ArmTemplateLowering::collect_names(const Object& document) {
  add_names(find_object(document, "parameters"), names_.parameters);
  add_names(find_object(document, "variables"), names_.variables);
  if (const Value* resources = document.find("resources");
      resources != nullptr && resources->is_object())
    add_names(&resources->as_object(), names_.symbols);
  const Value* functions = document.find("functions");
  if (functions == nullptr || !functions->is_array()) return;
  for_each_function(functions->as_array(),
                    [&](const std::string& name, const auto&) { names_.functions.insert(name); });
}

void ArmTemplateLowering::lower(const Object& document) {
  collect_names(document);
  if (const Value* schema = document.find("$schema"); schema != nullptr && schema->is_string())
    template_.scope = target_scope_of_schema(schema->as_string());
  if (std::string version = plain_text_of(document, "contentVersion"); !version.empty())
    template_.content_version = std::move(version);
  if (const Object* definitions = section(document, "definitions")) lower_definitions(*definitions);
  if (const Value* functions = document.find("functions");
      functions != nullptr && functions->is_array())
    lower_functions(functions->as_array());
  if (const Object* parameters = section(document, "parameters")) lower_parameters(*parameters);
  if (const Object* variables = section(document, "variables")) {
    if (!template_.names_of_caller) variables_ = variables;
    lower_variables(*variables);
  }
  const ArmNameSet exported = exported_variables(document);
  for (VariableDeclaration& variable : template_.variables)
    variable.exported = exported.contains(variable.name);
  if (const Value* resources = document.find("resources"))
    lower_resources(*resources, std::nullopt);
  if (const Object* outputs = section(document, "outputs")) lower_outputs(*outputs);
}

void ArmTemplateLowering::lower_definitions(const Object& definitions) {
  for (const Object::Property& definition : definitions.properties()) {
    if (!definition.value.is_object()) continue;
    template_.type_declarations.push_back(
        {.name = definition.name,
         .type = types_.lower(definition.value),
         .constraints = types_.constraints(definition.value.as_object()),
         .exported = is_marked_for_export(definition.value.as_object()),
         .span = statement(definition)});
  }
}

void ArmTemplateLowering::lower_parameters(const Object& parameters) {
  for (const Object::Property& property : parameters.properties()) {
    ParameterDeclaration parameter;
    parameter.name = property.name;
    parameter.name_span = property.name_span;
    parameter.span = statement(property);
    if (property.value.is_object()) {
      const Object& content = property.value.as_object();
      parameter.type = types_.lower(property.value);
      parameter.constraints = types_.constraints(content);
      parameter.default_value = lower_optional(content, "defaultValue");
    }
    template_.parameters.push_back(std::move(parameter));
  }
}

void ArmTemplateLowering::add_variable(const std::string& name, NodeId value, Span span) {
  template_.variables.push_back({.name = name, .value = value, .span = span});
}

void ArmTemplateLowering::lower_variables(const Object& variables) {
  for (const Object::Property& property : variables.properties()) {
    const Array* copies = find_copies(property);
    if (copies == nullptr) {
      add_variable(property.name, lower_arm_value(property.value, site_), statement(property));
      continue;
    }
    for (const Value& copy : copies->members) {
      const std::string name = plain_text_of(copy.as_object(), "name");
      add_variable(name, lower_arm_copy(name, copy, CopyLoop::Kind::Whole, site_), copy.origin());
    }
  }
}

void ArmTemplateLowering::lower_functions(const Array& functions) {
  for_each_function(functions, [&](std::string name, const Object::Property& member) {
    if (member.value.is_object())
      lower_function(std::move(name), member.value.as_object(), statement(member));
  });
}

void ArmTemplateLowering::lower_function(std::string name, const Object& function, Span span) {
  FunctionDeclaration declared;
  declared.name = std::move(name);
  declared.exported = is_marked_for_export(function);
  declared.span = span;
  if (const Value* parameters = function.find("parameters");
      parameters != nullptr && parameters->is_array()) {
    for (const Value& parameter : parameters->as_array().members) {
      if (!parameter.is_object()) continue;
      declared.parameters.push_back({.name = plain_text_of(parameter.as_object(), "name"),
                                     .type = types_.lower_part(parameter)});
    }
  }
  const Object* output = find_object(function, "output");
  if (output != nullptr) declared.type = types_.lower_part(*function.find("output"));
  site_.function_parameters = &declared.parameters;
  declared.body = output == nullptr ? site_.tree.add_error(span) : lower_optional(*output, "value");
  site_.function_parameters = nullptr;
  template_.functions.push_back(std::move(declared));
}

NodeId ArmTemplateLowering::output_value(const std::string& name, const Object& output) {
  NodeId value = NodeId::kNone;
  if (const Value* copy = output.find("copy"))
    value = lower_arm_copy(name, *copy, CopyLoop::Kind::Whole, site_);
  else
    value = lower_optional(output, "value");
  const NodeId condition = lower_optional(output, "condition");
  if (condition == NodeId::kNone || value == NodeId::kNone) return value;
  const Span span = site_.tree.span(value);
  return site_.tree.add({.kind = NodeKind::Conditional, .begin = span.begin, .end = span.end},
                        {condition, value, site_.tree.add_null(span)});
}

void ArmTemplateLowering::lower_outputs(const Object& outputs) {
  for (const Object::Property& property : outputs.properties()) {
    if (!property.value.is_object()) continue;
    const Object& content = property.value.as_object();
    template_.outputs.push_back({.name = property.name,
                                 .type = types_.lower(property.value),
                                 .constraints = types_.constraints(content),
                                 .value = output_value(property.name, content),
                                 .is_conditional = content.find("condition") != nullptr,
                                 .name_span = property.name_span,
                                 .span = statement(property)});
  }
}

LoweredArmTemplate lower_arm_template(const Value& document, const ArmSource& source,
                                      const ArmOuterScope* outer) {
  LoweredArmTemplate result;
  result.lowered.path = source.path;
  result.lowered.file = source.file;
  result.lowered.tree = ExpressionTree(source.file);
  result.lowered.tree.reserve_for(document.origin().end - document.origin().begin);
  result.lowered.names_of_caller = outer != nullptr;
  if (document.is_object())
    ArmTemplateLowering(source, outer, result).lower(document.as_object());
  else
    result.lowered.partial = true;
  result.lowered.tree.close();
  return result;
}

}  // namespace exr
