#pragma once

#include <cstdint>
#include <string_view>

#include "template/expansion.h"

namespace exr {

/// All rounds of a resource declaration in an instance; of a nested one inside `around`.
const Rounds& resource_rounds(Expansion& expansion, TemplateInstance& instance,
                              std::uint32_t declaration, ResourceInstance* around, Span use);
/// The declaration that a resource comes from.
const ResourceDeclaration& declaration_of(const ResourceInstance& resource);
/// Where its expressions are evaluated, all but the condition.
Site site_of(Expansion& expansion, ResourceInstance& resource);
/// The condition of the resource and of those that it is nested in; null if none is written.
Value resource_condition(Expansion& expansion, ResourceInstance& resource);

/// The name as it is written.
Value resource_name(Expansion& expansion, ResourceInstance& resource, Span use);
const ResourceIdentity& resource_identity(Expansion& expansion, ResourceInstance& resource,
                                          Span use);
/// What is written, without name, parent, scope and dependsOn.
Value resource_body(Expansion& expansion, ResourceInstance& resource, Span use);
/// What reading a property in an expression gives: what is written, else Unknown, since Azure may
/// fill it in.
Value resource_property(Expansion& expansion, ResourceInstance& resource, std::string_view name,
                        Span use);
/// Symbolic names from the deployment down.
std::string resource_address(const ResourceInstance& resource);

}  // namespace exr
