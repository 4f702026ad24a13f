// `Microsoft.Resources/deployments` with a template of its own, which is a module call
// (https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates).

#include <array>
#include <utility>

#include "frontends/arm/computed_template.h"
#include "frontends/arm/secret_reference.h"
#include "frontends/arm/template_lowering.h"
#include "support/text.h"

namespace exr {

namespace {

// Without a word the expressions of a nested template belong to the one around it.
bool has_inner_scope(const Object& properties) {
  const Object* options = find_object(properties, "expressionEvaluationOptions");
  return options != nullptr && equal_ignoring_case(plain_text_of(*options, "scope"), "inner");
}

// What `{ value: x }` gives; of a condition that of both its sides.
NodeId value_of(NodeId argument, ExpressionTree& tree) {
  const Node node = tree.node(argument);
  const Span span = tree.span(argument);
  if (node.kind == NodeKind::Conditional) {
    const NodeId then = value_of(tree.child(node, 1), tree);
    const NodeId otherwise = value_of(tree.child(node, 2), tree);
    return tree.add({.kind = NodeKind::Conditional, .begin = span.begin, .end = span.end},
                    {tree.child(node, 0), then, otherwise});
  }
  if (node.kind == NodeKind::Object && node.child_count == 1) {
    const Node& property = tree.node(tree.child(node, 0));
    const Node& key = tree.node(tree.child(property, 0));
    if (key.kind == NodeKind::String && equal_ignoring_case(tree.text(key.payload), "value"))
      return tree.child(property, 1);
  }
  return tree.add_member(argument, "value", true, span);
}

}  // namespace

void ArmTemplateLowering::lower_deployment(const std::string& symbol, Span symbol_span,
                                           const Value& written) {
  const Object& object = written.as_object();
  const Object& properties = object.find("properties")->as_object();
  const std::size_t loops = site_.loops.size();
  ModuleDeclaration module;
  module.symbol = symbol;
  module.symbol_span = symbol_span;
  module.span = written.origin();
  module.loop = lower_loop(object);
  module.condition = lower_optional(object, "condition");
  module.name = lower_optional(object, "name");
  module.scope = lower_deployment_scope(object);
  module.location = lower_optional(object, "location");
  module.parameters = lower_arguments(properties);
  module.depends_on = lower_dependencies(object);
  module.path_span = symbol_span;
  template_.modules.push_back(std::move(module));
  lower_callee(properties, written.origin());
  site_.loops.resize(loops);
}

NodeId ArmTemplateLowering::lower_deployment_scope(const Object& resource) {
  if (const NodeId scope = lower_scope(resource); scope != NodeId::kNone) return scope;
  const NodeId subscription = lower_optional(resource, "subscriptionId");
  const NodeId group = lower_optional(resource, "resourceGroup");
  if (group == NodeId::kNone && subscription == NodeId::kNone) return NodeId::kNone;
  const Span span = site_.tree.span(group == NodeId::kNone ? subscription : group);
  if (group == NodeId::kNone) return site_.tree.add_call("subscription", {subscription}, span);
  std::vector<NodeId> place;
  if (subscription != NodeId::kNone) place.push_back(subscription);
  place.push_back(group);
  return site_.tree.add_call("resourceGroup", place, span);
}

NodeId ArmTemplateLowering::lower_arguments(const Object& properties) {
  if (const Value* link = properties.find("parametersLink"))
    return site_.tree.add_error(link->origin());
  const Value* parameters = properties.find("parameters");
  if (parameters == nullptr) return NodeId::kNone;
  // the parameters as a whole are computed: nothing is known of them
  if (!parameters->is_object()) return site_.tree.add_error(parameters->origin());
  std::vector<NodeId> arguments;
  for (const Object::Property& property : parameters->as_object().properties()) {
    const NodeId name = site_.tree.add_string(property.name, property.name_span);
    arguments.push_back(site_.tree.add({.kind = NodeKind::Property,
                                        .begin = property.name_span.begin,
                                        .end = property.value.origin().end},
                                       {name, lower_argument(property)}));
  }
  const Span span = parameters->origin();
  return site_.tree.add({.kind = NodeKind::Object, .begin = span.begin, .end = span.end},
                        arguments);
}

// `{ "value": ... }`, `{ "reference": { "keyVault": { "id": ... }, "secretName": ... } }`, or an
// expression that gives one of them.
NodeId ArmTemplateLowering::lower_argument(const Object::Property& argument) {
  const Span span = argument.value.origin();
  if (!argument.value.is_object())
    return value_of(lower_arm_value(argument.value, site_), site_.tree);
  const Object& object = argument.value.as_object();
  if (const Value* value = object.find("value")) return lower_arm_value(*value, site_);
  for (const Object::Property& property : object.properties()) {
    const Array* copies = find_copies(property);
    if (copies != nullptr && !copies->members.empty())
      return lower_arm_copy(plain_text_of(copies->members[0].as_object(), "name"),
                            copies->members[0], CopyLoop::Kind::Property, site_);
  }
  const Value* reference = object.find("reference");
  return reference == nullptr ? site_.tree.add_error(span)
                              : lower_secret_reference(*reference, site_);
}

// A template that is a variable, once for all deployments that have it. What it says is the nested
// deployment's own, whatever the scope of the rest.
bool ArmTemplateLowering::lower_variable_callee(const Value& nested, ArmModule& module) {
  const Object::Property* variable = find_template_variable(nested, variables_);
  if (variable == nullptr) return false;
  const auto [first, is_new] =
      by_variable_.try_emplace(variable->name, static_cast<std::uint32_t>(result_.modules.size()));
  if (is_new) {
    module.nested = std::make_unique<LoweredArmTemplate>(
        lower_arm_template(without_escapes(variable->value), source_, nullptr));
  } else {
    module.same_as = first->second;
  }
  return true;
}

void ArmTemplateLowering::lower_callee(const Object& properties, Span span) {
  ArmModule module;
  module.index = static_cast<std::uint32_t>(template_.modules.size() - 1);
  module.path_span = span;
  const Value* nested = properties.find("template");
  const bool is_variable = nested != nullptr && lower_variable_callee(*nested, module);
  if (is_variable) {
    // it was lowered with the first module that has it
  } else if (nested != nullptr && nested->is_object()) {
    const ArmOuterScope outer{.names = site_.names, .loops = site_.loops};
    module.nested = std::make_unique<LoweredArmTemplate>(
        lower_arm_template(*nested, source_, has_inner_scope(properties) ? nullptr : &outer));
  } else if (const Value* link = properties.find("templateLink")) {
    lower_link(*link, module);
  } else if (nested != nullptr) {
    report(ProblemKind::UnreadableModule,
           "the template of this deployment is computed; its resources and outputs are unknown",
           nested->origin());
  }
  result_.modules.push_back(std::move(module));
}

void ArmTemplateLowering::lower_link(const Value& link, ArmModule& module) {
  module.path_span = link.origin();
  const std::string path =
      link.is_object() ? plain_text_of(link.as_object(), "relativePath") : std::string();
  if (!path.empty()) {
    module.relative_path = path;
    module.path_span = link.as_object().find("relativePath")->origin();
    template_.modules.back().path = path;
    template_.modules.back().path_span = module.path_span;
    return;
  }
  report(ProblemKind::UnreadableModule,
         "the linked template is on the network, which is never read; its resources and outputs "
         "are unknown",
         link.origin());
}

}  // namespace exr
