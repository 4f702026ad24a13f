#include "template/symbols.h"

namespace exr {

void Symbols::declare(std::string_view name, Symbol::Kind kind, std::size_t index) {
  const Symbol symbol{kind, static_cast<std::uint32_t>(index)};
  names_.try_emplace(name, symbol);
  if (kind == Symbol::Kind::Parameter) parameters_.try_emplace(name, symbol.index);
  if (kind == Symbol::Kind::Variable) variables_.try_emplace(name, symbol.index);
  if (kind == Symbol::Kind::Resource || kind == Symbol::Kind::Module)
    deployed_.try_emplace(name, symbol);
}

Symbols::Symbols(const Template& lowered) : nested_(lowered.resources.size()) {
  for (std::size_t i = 0; i < lowered.parameters.size(); ++i)
    declare(lowered.parameters[i].name, Symbol::Kind::Parameter, i);
  for (std::size_t i = 0; i < lowered.arguments.size(); ++i)
    declare(lowered.arguments[i].name, Symbol::Kind::Argument, i);
  for (std::size_t i = 0; i < lowered.variables.size(); ++i)
    declare(lowered.variables[i].name, Symbol::Kind::Variable, i);
  for (std::size_t i = 0; i < lowered.functions.size(); ++i)
    declare(lowered.functions[i].name, Symbol::Kind::Function, i);
  for (std::size_t i = 0; i < lowered.modules.size(); ++i)
    declare(lowered.modules[i].symbol, Symbol::Kind::Module, i);
  for (std::size_t i = 0; i < lowered.imports.size(); ++i)
    declare(lowered.imports[i].name, Symbol::Kind::Import, i);
  for (std::size_t i = 0; i < lowered.resources.size(); ++i) {
    const ResourceDeclaration& resource = lowered.resources[i];
    if (resource.nested_in)
      nested_[*resource.nested_in].push_back(static_cast<std::uint32_t>(i));
    else
      declare(resource.symbol, Symbol::Kind::Resource, i);
  }
  for (std::size_t i = 0; i < lowered.outputs.size(); ++i)
    outputs_.try_emplace(lowered.outputs[i].name, static_cast<std::uint32_t>(i));
  for (const TypeDeclaration& type : lowered.type_declarations)
    types_.try_emplace(type.name, &type);
}

std::optional<Symbol> Symbols::find(std::string_view name) const {
  const auto found = names_.find(name);
  if (found == names_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Symbols::find_parameter(std::string_view name) const {
  const auto found = parameters_.find(name);
  if (found == parameters_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Symbols::find_variable(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found == variables_.end()) return std::nullopt;
  return found->second;
}

std::optional<Symbol> Symbols::find_deployed(std::string_view name) const {
  const auto found = deployed_.find(name);
  if (found == deployed_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Symbols::find_output(std::string_view name) const {
  const auto found = outputs_.find(name);
  if (found == outputs_.end()) return std::nullopt;
  return found->second;
}

const TypeDeclaration* Symbols::find_type(std::string_view name) const {
  const auto found = types_.find(name);
  return found == types_.end() ? nullptr : found->second;
}

}  // namespace exr
