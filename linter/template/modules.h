#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "template/expansion.h"

namespace exr {

/// All rounds of a module call in an instance.
const Rounds& module_rounds(Expansion& expansion, TemplateInstance& instance,
                            std::uint32_t declaration, Span use);
const ModuleDeclaration& declaration_of(const ModuleCall& call);
/// Where its expressions are evaluated, all but the condition.
Site site_of(Expansion& expansion, ModuleCall& call);
/// The condition of the call alone; null if none is written.
Value module_condition(Expansion& expansion, ModuleCall& call);

/// The name of the deployment: as written, else the one that Bicep makes up.
Value module_name(Expansion& expansion, ModuleCall& call, Span use);
/// Where the module is deployed to.
const Place& module_place(Expansion& expansion, ModuleCall& call, Span use);
/// The ID of the deployment that the call makes.
Value module_id(Expansion& expansion, ModuleCall& call, Span use);
/// The called template with its arguments; null if it cannot be read.
TemplateInstance* module_callee(Expansion& expansion, ModuleCall& call, Span use);
/// An output; Unknown if the module cannot be read or has none by this name.
Value module_output(Expansion& expansion, ModuleCall& call, std::string_view name, Span use);
Value module_property(Expansion& expansion, ModuleCall& call, std::string_view name, Span use);
/// Whether a template declares a parameter.
bool has_parameter(const Template& lowered, std::string_view name);
/// Says that a template has no parameter by a name, with the nearest one as a hint.
std::string unknown_parameter_message(const Template& lowered, std::string_view name);
/// Symbolic names from the deployment down: `hub/circuits[0]`.
std::string module_address(const ModuleCall& call);

}  // namespace exr
