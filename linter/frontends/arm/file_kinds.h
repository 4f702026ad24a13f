#pragma once

#include <cstdint>
#include <string_view>

#include "template/template.h"
#include "value/value.h"

namespace exr {

/// What a JSON file is, by what is in it.
enum class ArmFileKind : std::uint8_t { Template, ParameterFile, Foreign };

/// Whether a text may be one of ours at all: a cheap look before all of it is read. It is where
/// `deploymentTemplate` or `deploymentParameters` stands somewhere.
bool may_be_arm(std::string_view text);
/// The kind of a document, by its `$schema`; without one it is a template where it has `resources`
/// and `contentVersion`.
ArmFileKind arm_file_kind(const Value& document);
/// The template of a template spec's version, as Azure returns it and Bicep's cache keeps it
/// (`properties.mainTemplate`); any other document as it is.
const Value& inside_template_spec(const Value& document);
/// Whether a template says that the Bicep compiler made it (`metadata._generator`).
bool is_compiled_from_bicep(const Value& document);
/// The scope that a template's `$schema` names, a resource group where it names none
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax).
TargetScope target_scope_of_schema(std::string_view schema);

}  // namespace exr
