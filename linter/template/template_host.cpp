#include "template/template_host.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/text.h"
#include "template/declarations.h"
#include "template/deployment_functions.h"
#include "template/modules.h"
#include "template/resources.h"
#include "template/symbol_functions.h"
#include "template/text_builder.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Names of Azure's own that can stand before a dot.
constexpr std::array<std::string_view, 3> kNamespaces = {"az", "sys", "this"};

Value unknown_name(UnknownReason reason, std::string_view name) {
  return Value::unknown(make_unknown(reason, std::string(name)));
}

}  // namespace

TemplateInstance& TemplateHost::names() const {
  TemplateInstance* instance = &site_.instance;
  while (instance->outer != nullptr) instance = instance->outer;
  return *instance;
}

std::optional<Value> TemplateHost::find_name(std::string_view name, Span use) {
  if (auto found = find_nested_symbol(name, use)) return found;
  if (auto found = find_declared(name, use)) return found;
  const Template& lowered = *site_.instance.lowered;
  const bool is_namespace =
      std::find(kNamespaces.begin(), kNamespaces.end(), name) != kNamespaces.end() ||
      std::find(lowered.extensions.begin(), lowered.extensions.end(), name) !=
          lowered.extensions.end();
  if (is_namespace) return unknown_name(UnknownReason::RuntimeFunction, name);
  if (name == "base" && lowered.is_parameter_file && lowered.extends != TemplateId::kNone) {
    TemplateInstance& base = expansion_.declarations_of(expansion_.library().at(lowered.extends));
    return Value::resource(expansion_.add_referent(BaseArguments{&base}));
  }
  return std::nullopt;
}

// Inside a resource's body the resources nested in it, and in those around it, have names.
std::optional<Value> TemplateHost::find_nested_symbol(std::string_view name, Span use) {
  for (ResourceInstance* around = site_.resource; around != nullptr; around = around->around) {
    for (const std::uint32_t child : around->owner->symbols->nested_in(around->declaration)) {
      if (around->owner->lowered->resources[child].symbol == name)
        return resource_rounds(expansion_, *around->owner, child, around, use).symbol;
    }
  }
  return std::nullopt;
}

std::optional<Value> TemplateHost::find_declared(std::string_view name, Span use) {
  TemplateInstance& instance = site_.instance;
  const auto symbol = instance.symbols->find(name);
  if (!symbol) return std::nullopt;
  switch (symbol->kind) {
    case Symbol::Kind::Parameter:
      return parameter_value(expansion_, instance, symbol->index, use).value;
    case Symbol::Kind::Variable:
      return variable_value(expansion_, instance, symbol->index, use);
    case Symbol::Kind::Argument:
      return own_argument_value(expansion_, instance, symbol->index, use);
    case Symbol::Kind::Resource:
      return resource_rounds(expansion_, instance, symbol->index, nullptr, use).symbol;
    case Symbol::Kind::Module:
      return module_rounds(expansion_, instance, symbol->index, use).symbol;
    case Symbol::Kind::Import:
      return imported(instance.lowered->imports[symbol->index], use);
    case Symbol::Kind::Function:
      break;
  }
  return std::nullopt;
}

std::optional<Value> TemplateHost::imported(const ImportDeclaration& import, Span use) {
  if (import.target == TemplateId::kNone)
    return unknown_name(UnknownReason::UnreadableModule, import.name);
  if (import.exported.empty()) return Value::resource(expansion_.namespace_of(import.target));
  return exported_variable(import.target, import.exported, use);
}

Value TemplateHost::exported_variable(TemplateId target, std::string_view name, Span use) {
  const Template& lowered = expansion_.library().at(target);
  const auto symbol = expansion_.symbols_of(lowered).find(name);
  if (symbol && symbol->kind == Symbol::Kind::Variable &&
      lowered.variables[symbol->index].exported) {
    return variable_value(expansion_, expansion_.declarations_of(lowered), symbol->index, use);
  }
  return unknown_name(lowered.partial ? UnknownReason::UnreadableModule : UnknownReason::Invalid,
                      name);
}

std::optional<UserFunction> TemplateHost::find_exported(TemplateId target, std::string_view name) {
  if (target == TemplateId::kNone) return std::nullopt;
  const Template& lowered = expansion_.library().at(target);
  const Symbols& symbols = expansion_.symbols_of(lowered);
  auto symbol = symbols.find(name);
  if (!symbol || symbol->kind != Symbol::Kind::Function)
    symbol = symbols.find(std::string(kCompiledNamespace) + std::string(name));
  if (!symbol || symbol->kind != Symbol::Kind::Function) return std::nullopt;
  const FunctionDeclaration& function = lowered.functions[symbol->index];
  if (!function.exported) return std::nullopt;
  return UserFunction{&function, &expansion_.declarations_of(lowered)};
}

std::optional<UserFunction> TemplateHost::find_function(std::string_view name) {
  TemplateInstance& instance = names();
  const std::size_t dot = name.find('.');
  // of ARM JSON the namespace is part of the name
  if (const auto whole = instance.symbols->find(name);
      whole && whole->kind == Symbol::Kind::Function)
    return UserFunction{&instance.lowered->functions[whole->index], &instance};
  const auto symbol = instance.symbols->find(name.substr(0, dot));
  if (!symbol) return std::nullopt;
  if (symbol->kind != Symbol::Kind::Import) return std::nullopt;
  const ImportDeclaration& import = instance.lowered->imports[symbol->index];
  const bool is_whole_file = import.exported.empty();
  if (is_whole_file != (dot != std::string_view::npos)) return std::nullopt;
  return find_exported(import.target,
                       is_whole_file ? name.substr(dot + 1) : std::string_view(import.exported));
}

bool TemplateHost::declares_function(std::string_view name) {
  return find_function(name).has_value();
}

std::optional<Value> TemplateHost::call(const HostCall& call) {
  if (call.receiver == nullptr) {
    if (const auto function = find_function(call.function))
      return call_user_function(expansion_, *function, call);
    const std::map<Span, Value>& loaded = site_.instance.lowered->loaded;
    if (const auto content = loaded.find(call.span); content != loaded.end())
      return content->second;
    if (auto value = call_symbol_function(expansion_, {names(), site_.instance}, call))
      return value;
  }
  return call_deployment_function(expansion_, names(), call);
}

Value TemplateHost::property(ResourceHandle resource, std::string_view name, Span use) {
  const Referent referent = expansion_.referent(resource);
  if (const auto* declared = std::get_if<ResourceInstance*>(&referent))
    return resource_property(expansion_, **declared, name, use);
  if (const auto* call = std::get_if<ModuleCall*>(&referent))
    return module_property(expansion_, **call, name, use);
  if (const auto* outputs = std::get_if<ModuleOutputs>(&referent))
    return module_output(expansion_, *outputs->call, name, use);
  if (const auto* space = std::get_if<Namespace>(&referent))
    return exported_variable(space->target, name, use);
  if (const auto* view = std::get_if<DeploymentView>(&referent))
    return deployment_property(expansion_, *view, name, use);
  TemplateInstance& base = *std::get<BaseArguments>(referent).file;
  return base_argument(base, name, use);
}

Value TemplateHost::presence(ResourceHandle resource, std::string_view name) {
  // Bicep writes these as they are declared, whether the resource is deployed or not
  const bool is_literal = name == "type" || name == "apiVersion";
  const Referent referent = expansion_.referent(resource);
  Value condition;
  if (const auto* declared = std::get_if<ResourceInstance*>(&referent); declared && !is_literal)
    condition = resource_condition(expansion_, **declared);
  if (const auto* call = std::get_if<ModuleCall*>(&referent))
    condition = module_condition(expansion_, **call);
  const auto* view = std::get_if<DeploymentView>(&referent);
  if (view != nullptr && view->part != DeploymentView::Part::Outputs)
    condition = module_condition(expansion_, *view->call);
  return condition.is_null() ? Value::boolean(true) : condition;
}

Value TemplateHost::base_argument(TemplateInstance& base, std::string_view name, Span use) {
  const auto symbol = base.symbols->find(name);
  if (symbol && symbol->kind == Symbol::Kind::Argument)
    return own_argument_value(expansion_, base, symbol->index, use);
  if (base.lowered->extends != TemplateId::kNone)
    return base_argument(expansion_.declarations_of(expansion_.library().at(base.lowered->extends)),
                         name, use);
  return {};
}

std::optional<Value> TemplateHost::nested(ResourceHandle resource, std::string_view name,
                                          Span use) {
  const Referent referent = expansion_.referent(resource);
  const auto* around = std::get_if<ResourceInstance*>(&referent);
  if (around == nullptr) return std::nullopt;
  TemplateInstance& instance = *(*around)->owner;
  for (const std::uint32_t child : instance.symbols->nested_in((*around)->declaration)) {
    if (instance.lowered->resources[child].symbol == name)
      return resource_rounds(expansion_, instance, child, *around, use).symbol;
  }
  return std::nullopt;
}

std::string TemplateHost::resource_text(ResourceHandle resource) {
  const Referent referent = expansion_.referent(resource);
  if (const auto* declared = std::get_if<ResourceInstance*>(&referent))
    return resource_identity(expansion_, **declared, {}).id_text;
  if (const auto* call = std::get_if<ModuleCall*>(&referent)) return module_address(**call);
  if (const auto* outputs = std::get_if<ModuleOutputs>(&referent))
    return module_address(*outputs->call) + ".outputs";
  if (const auto* view = std::get_if<DeploymentView>(&referent))
    return "reference(" + module_address(*view->call) + ")";
  return "namespace";
}

}  // namespace exr
