#include "frontends/arm/file_kinds.h"

#include <array>

#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

struct SchemaScope {
  std::string_view name;
  TargetScope scope;
};
constexpr std::array kScopes = {
    SchemaScope{"subscriptionDeploymentTemplate.json", TargetScope::Subscription},
    SchemaScope{"managementGroupDeploymentTemplate.json", TargetScope::ManagementGroup},
    SchemaScope{"tenantDeploymentTemplate.json", TargetScope::Tenant},
};

bool mentions(std::string_view text, std::string_view part) {
  return find_ignoring_case(text, part) != std::string_view::npos;
}

}  // namespace

bool may_be_arm(std::string_view text) {
  return mentions(text, "deploymentTemplate") || mentions(text, "deploymentParameters") ||
         (mentions(text, "contentVersion") && mentions(text, "resources"));
}

ArmFileKind arm_file_kind(const Value& document) {
  if (!document.is_object()) return ArmFileKind::Foreign;
  const Object& object = document.as_object();
  const Value* schema = object.find("$schema");
  if (schema == nullptr) {
    const bool is_template =
        object.find("resources") != nullptr && object.find("contentVersion") != nullptr;
    return is_template ? ArmFileKind::Template : ArmFileKind::Foreign;
  }
  if (!schema->is_string()) return ArmFileKind::Foreign;
  if (mentions(schema->as_string(), "deploymentTemplate.json")) return ArmFileKind::Template;
  const bool is_parameter_file = mentions(schema->as_string(), "deploymentParameters.json");
  return is_parameter_file ? ArmFileKind::ParameterFile : ArmFileKind::Foreign;
}

const Value& inside_template_spec(const Value& document) {
  if (!document.is_object() || document.as_object().find("$schema") != nullptr) return document;
  const Value* properties = document.as_object().find("properties");
  if (properties == nullptr || !properties->is_object()) return document;
  const Value* inside = properties->as_object().find("mainTemplate");
  return inside == nullptr ? document : *inside;
}

bool is_compiled_from_bicep(const Value& document) {
  const Value* part = &document;
  for (const std::string_view name : {"metadata", "_generator", "name"}) {
    part = part->is_object() ? part->as_object().find(name) : nullptr;
    if (part == nullptr) return false;
  }
  return part->is_string() && equal_ignoring_case(part->as_string(), "bicep");
}

TargetScope target_scope_of_schema(std::string_view schema) {
  for (const SchemaScope& entry : kScopes) {
    if (mentions(schema, entry.name)) return entry.scope;
  }
  return TargetScope::ResourceGroup;
}

}  // namespace exr
