#include <array>
#include <utility>

#include "azure/resource_type.h"
#include "frontends/arm/template_lowering.h"
#include "support/text.h"

namespace exr {

namespace {

// What is not the resource's own content
// (https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-declaration).
constexpr std::array<std::string_view, 14> kAroundTheBody = {
    "type",      "apiVersion", "name",     "condition", "copy",   "dependsOn", "scope",
    "resources", "existing",   "comments", "metadata",  "import", "extension", "@options"};

// Which extension a type is of stands beside it; `az` is Azure itself.
bool is_of_extension(const Object& resource) {
  const Value* extension = resource.find("extension");
  if (extension == nullptr) extension = resource.find("import");
  if (extension == nullptr) return false;
  return !extension->is_string() || !equal_ignoring_case(extension->as_string(), "az");
}

// A nested or linked template can be read as one.
bool has_template(const Object& resource) {
  const Value* properties = resource.find("properties");
  return properties != nullptr && properties->is_object() &&
         (properties->as_object().find("template") != nullptr ||
          properties->as_object().find("templateLink") != nullptr);
}

// Who cannot write comments names in the metadata what is to be left out.
Value ignored_rules(const Object& resource) {
  const Value* value = resource.find("metadata");
  for (const std::string_view name : {"exrlint", "ignore"}) {
    if (value == nullptr || !value->is_object()) return {};
    value = value->as_object().find(name);
  }
  return value == nullptr ? Value() : *value;
}

}  // namespace

NodeId ArmTemplateLowering::lower_optional(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  return value == nullptr ? NodeId::kNone : lower_arm_value(*value, site_);
}

void ArmTemplateLowering::lower_resources(const Value& resources,
                                          std::optional<std::uint32_t> nested_in) {
  if (resources.is_array()) {
    for (const Value& resource : resources.as_array().members) {
      const std::size_t index = template_.resources.size() + template_.modules.size();
      lower_resource("resources[" + std::to_string(index) + "]", resource.origin(), resource,
                     nested_in);
    }
  } else if (resources.is_object()) {
    for (const Object::Property& resource : resources.as_object().properties())
      lower_resource(resource.name, resource.name_span, resource.value, nested_in);
  } else if (!resources.is_null()) {
    report(ProblemKind::SyntaxError, "`resources` is an array or an object", resources.origin());
    template_.partial = true;
  }
}

void ArmTemplateLowering::lower_resource(const std::string& symbol, Span symbol_span,
                                         const Value& resource,
                                         std::optional<std::uint32_t> nested_in) {
  const std::string type =
      resource.is_object() ? plain_text_of(resource.as_object(), "type") : std::string();
  if (type.empty()) {
    report(ProblemKind::SyntaxError, "a resource is an object with a plain `type`",
           resource.origin());
    template_.partial = true;
    return;
  }
  if (equal_ignoring_case(type, kDeploymentsType) && has_template(resource.as_object()))
    lower_deployment(symbol, symbol_span, resource);
  else
    lower_azure_resource(symbol, symbol_span, resource, nested_in);
}

std::optional<LoopHeader> ArmTemplateLowering::lower_loop(const Object& resource) {
  const Value* copy = resource.find("copy");
  if (copy == nullptr || !copy->is_object()) return std::nullopt;
  const Object& content = copy->as_object();
  const Value* count = content.find("count");
  ArmCount rounds{
      .iterable = count == nullptr ? site_.tree.add_error(copy->origin()) : NodeId::kNone,
      .counted = {}};
  if (count != nullptr) rounds = lower_arm_count(*count, site_);
  const CopyLoop& loop = site_.loops.emplace_back(CopyLoop{.name = plain_text_of(content, "name"),
                                                           .kind = CopyLoop::Kind::Whole,
                                                           .counted = std::move(rounds.counted)});
  return LoopHeader{.item = loop.item(), .index = loop.index(), .iterable = rounds.iterable};
}

// A scope of an extension resource may be an ID or what an ID has after its last `/providers/`.
NodeId ArmTemplateLowering::lower_scope(const Object& resource) {
  const NodeId scope = lower_optional(resource, "scope");
  if (scope == NodeId::kNone) return scope;
  return site_.tree.add_call("scope id", {scope}, site_.tree.span(scope));
}

NodeId ArmTemplateLowering::lower_dependencies(const Object& resource) {
  const Value* written = resource.find("dependsOn");
  if (written == nullptr) return NodeId::kNone;
  if (!written->is_array()) return lower_arm_value(*written, site_);
  std::vector<NodeId> members;
  for (const Value& one : written->as_array().members) {
    const NodeId text = lower_arm_value(one, site_);
    members.push_back(site_.tree.add_call("dependency", {text}, one.origin()));
  }
  const Span span = written->origin();
  return site_.tree.add({.kind = NodeKind::Array, .begin = span.begin, .end = span.end}, members);
}

void ArmTemplateLowering::lower_azure_resource(const std::string& symbol, Span symbol_span,
                                               const Value& written,
                                               std::optional<std::uint32_t> nested_in) {
  const Object& object = written.as_object();
  const std::size_t loops = site_.loops.size();
  ResourceDeclaration resource;
  resource.symbol = symbol;
  resource.symbol_span = symbol_span;
  resource.span = written.origin();
  resource.type = plain_text_of(object, "type");
  // an extension's type has its version with it: `Type@v1`
  resource.type = resource.type.substr(0, resource.type.find('@'));
  resource.of_extension = is_of_extension(object);
  resource.api_version = plain_text_of(object, "apiVersion");
  resource.existing = is_true(object, "existing");
  resource.nested_in = nested_in;
  resource.loop = lower_loop(object);
  resource.condition = lower_optional(object, "condition");
  resource.name = lower_optional(object, "name");
  // what is there already may be elsewhere, which is said as of a deployment
  resource.scope = resource.existing ? lower_deployment_scope(object) : lower_scope(object);
  resource.depends_on = lower_dependencies(object);
  resource.body = lower_arm_object(written, site_, kAroundTheBody);
  resource.ignored = ignored_rules(object);
  const auto index = static_cast<std::uint32_t>(template_.resources.size());
  template_.resources.push_back(std::move(resource));
  if (const Value* children = object.find("resources")) lower_resources(*children, index);
  site_.loops.resize(loops);
}

}  // namespace exr
