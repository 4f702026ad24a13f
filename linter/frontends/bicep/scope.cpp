#include "frontends/bicep/scope.h"

#include <algorithm>

#include "support/text.h"

namespace exr {

Scope::Scope(const Template& lowered) : template_(lowered), nested_(lowered.resources.size()) {
  for (const ParameterDeclaration& parameter : lowered.parameters) declare(parameter.name, {});
  for (const ArgumentDeclaration& argument : lowered.arguments) declare(argument.name, {});
  for (const VariableDeclaration& variable : lowered.variables) declare(variable.name, {});
  for (const ModuleDeclaration& module : lowered.modules) declare(module.symbol, {});
  for (const TypeDeclaration& type : lowered.type_declarations) declare(type.name, {});
  for (const std::string& extension : lowered.extensions) declare(extension, {});
  for (std::uint32_t i = 0; i < lowered.functions.size(); ++i) {
    declare(lowered.functions[i].name, {Kind::Function, i});
  }
  for (std::uint32_t i = 0; i < lowered.imports.size(); ++i)
    declare(lowered.imports[i].name, {Kind::Import, i});
  for (std::uint32_t i = 0; i < lowered.resources.size(); ++i) {
    const ResourceDeclaration& resource = lowered.resources[i];
    if (resource.nested_in)
      nested_[*resource.nested_in].push_back(i);
    else
      declare(resource.symbol, {Kind::Resource, i});
  }
  // the values of the parameter file that this one extends
  if (lowered.is_parameter_file) declare("base", {});
}

bool Scope::is_local(std::string_view name) const {
  return std::find(locals_.begin(), locals_.end(), name) != locals_.end();
}

bool Scope::declares(std::string_view name) const {
  if (is_local(name) || globals_.contains(name)) return true;
  if (name == "az" || name == "sys" || (name == "this" && is_in_resource())) return true;
  return find_resource(name).has_value();
}

std::optional<std::uint32_t> Scope::find_nested(std::uint32_t resource,
                                                std::string_view name) const {
  for (const std::uint32_t child : nested_[resource]) {
    if (template_.resources[child].symbol == name) return child;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Scope::find_resource(std::string_view name) const {
  if (is_local(name)) return std::nullopt;
  for (auto around = resource_; around; around = template_.resources[*around].nested_in) {
    if (const auto child = find_nested(*around, name)) return child;
  }
  const Meaning* meaning = find(name, Kind::Resource);
  if (meaning == nullptr) return std::nullopt;
  return meaning->index;
}

const Scope::Meaning* Scope::find(std::string_view name, Kind kind) const {
  const auto found = globals_.find(name);
  return found != globals_.end() && found->second.kind == kind ? &found->second : nullptr;
}

const ImportDeclaration* Scope::find_import(std::string_view name) const {
  const Meaning* meaning = is_local(name) ? nullptr : find(name, Kind::Import);
  return meaning == nullptr ? nullptr : &template_.imports[meaning->index];
}

const FunctionDeclaration* Scope::find_function(std::string_view name) const {
  const Meaning* meaning = find(name, Kind::Function);
  return meaning == nullptr ? nullptr : &template_.functions[meaning->index];
}

std::string_view Scope::closest_name(std::string_view name) const {
  std::vector<std::string_view> names(locals_.begin(), locals_.end());
  for (const auto& [known, meaning] : globals_) names.push_back(known);
  for (auto around = resource_; around; around = template_.resources[*around].nested_in) {
    for (const std::uint32_t child : nested_[*around])
      names.push_back(template_.resources[child].symbol);
  }
  // the nearest of several equally near ones must not depend on the hash
  std::sort(names.begin(), names.end());
  return closest(name, names);
}

}  // namespace exr
