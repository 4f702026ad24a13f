#include "template/resource_names.h"

#include <string>
#include <utility>

#include "azure/resource_type.h"
#include "expression/functions/arguments.h"
#include "support/text.h"
#include "template/modules.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::string_view kGroups = "Microsoft.Resources/resourceGroups";
constexpr std::string_view kSubscriptions = "Microsoft.Resources/subscriptions";

Value without_trailing_root(const Value& scope) {
  return scope.is_string() && scope.as_string() == "/" ? Value::string("") : scope;
}

Value joined(std::span<const Value> names) {
  TextBuilder builder;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) builder.add("/");
    builder.add(names[i]);
  }
  return builder.text();
}

// Adds `/type/name` for each segment of the type from `first` on.
void add_pairs(TextBuilder& builder, std::string_view type, std::size_t first,
               std::span<const Value> names) {
  const std::vector<std::string_view> words = split(type, '/');
  for (std::size_t i = 0; i < names.size(); ++i) {
    builder.add("/");
    if (first + i + 1 < words.size()) builder.add(words[first + i + 1]).add("/");
    builder.add(names[i]);
  }
}

// The resource that `parent:` or the nesting names; null if it is none of this deployment.
ResourceInstance* find_parent(Expansion& expansion, ResourceInstance& resource, Value& written) {
  if (resource.around != nullptr) return resource.around;
  const ResourceDeclaration& declared = declaration_of(resource);
  if (declared.parent == NodeId::kNone) return nullptr;
  written = expansion.evaluate(declared.parent, site_of(expansion, resource));
  if (!written.is_resource()) return nullptr;
  const auto* parent = std::get_if<ResourceInstance*>(&expansion.referent(written.as_resource()));
  return parent == nullptr ? nullptr : *parent;
}

void check_segments(Expansion& expansion, const ResourceInstance& resource, const Value& name,
                    std::size_t found, std::size_t wanted) {
  if (found == wanted || !name.is_string()) return;
  const ResourceDeclaration& declared = declaration_of(resource);
  const std::string shown = is_secure(name.trail()) ? "***" : name.as_string();
  expansion.report(ProblemKind::EvaluationError,
                   "the name `" + shown + "` has " + std::to_string(found) +
                       (found == 1 ? " segment" : " segments") + ", but `" + declared.type +
                       "` needs " + std::to_string(wanted),
                   name.origin().valid() ? name.origin() : declared.symbol_span);
}

Value scope_of(Expansion& expansion, ResourceInstance& resource) {
  const ResourceDeclaration& declared = declaration_of(resource);
  if (declared.scope == NodeId::kNone) return resource.owner->scope;
  const Value scope = expansion.evaluate(declared.scope, site_of(expansion, resource));
  return id_of_value(expansion, scope, declared.symbol_span);
}

// A child of a resource of this deployment: everything but its last names is its parent's.
void name_child(Expansion& expansion, ResourceInstance& resource, ResourceInstance& parent,
                const Value& name, ResourceIdentity& identity) {
  const ResourceDeclaration& declared = declaration_of(resource);
  const ResourceIdentity& around = resource_identity(expansion, parent, declared.symbol_span);
  if (resource.around != nullptr) identity.type = child_type(around.type, declared.type);
  if (identity.api_version.empty()) identity.api_version = around.api_version;
  const std::size_t outer = around.names.size();
  const std::size_t all = name_count(identity.type);
  const std::size_t wanted = all > outer ? all - outer : 1;
  const std::vector<Value> own = name_segments(name, wanted);
  check_segments(expansion, resource, name, own.size(), wanted);
  TextBuilder id;
  id.add(around.id);
  add_pairs(id, identity.type, outer, own);
  identity.names = around.names;
  identity.names.insert(identity.names.end(), own.begin(), own.end());
  identity.id = id.text();
  identity.parent = around.id;
  identity.scope = around.scope;
}

// A child of something that is not known well enough.
void name_child_of_unknown(Expansion& expansion, ResourceInstance& resource, const Value& parent,
                           const Value& name, ResourceIdentity& identity) {
  const Value around = id_of_value(expansion, parent, declaration_of(resource).symbol_span);
  const std::size_t all = name_count(identity.type);
  identity.names = name_segments(
      Value::unknown(make_unknown(UnknownReason::Undecided, "name(" + plain_text(around) + ")")),
      all > 0 ? all - 1 : 0);
  identity.names.push_back(name);
  identity.id = TextBuilder()
                    .add(around)
                    .add("/")
                    .add(last_type_segment(identity.type))
                    .add("/")
                    .add(name)
                    .text();
  identity.parent = around;
  identity.scope = resource.owner->scope;
}

void name_top_level(Expansion& expansion, ResourceInstance& resource, const Value& name,
                    ResourceIdentity& identity) {
  const std::size_t wanted = name_count(identity.type);
  identity.names = name_segments(name, wanted);
  check_segments(expansion, resource, name, identity.names.size(), wanted);
  identity.scope = scope_of(expansion, resource);
  if (identity.names.size() != wanted && name.is_string()) {
    // as the function that makes IDs calls it
    const std::string text = "resourceId('" + identity.type + "'," + canonical_text(name) + ")";
    identity.id =
        Value::unknown(make_unknown(UnknownReason::Invalid, text)).with_trail(name.trail());
    return;
  }
  identity.id = id_at(identity.scope, identity.type, identity.names);
  if (identity.names.size() > 1 && identity.names.size() == wanted) {
    const std::span<const Value> outer(identity.names.data(), identity.names.size() - 1);
    identity.parent = id_at(identity.scope, parent_type(identity.type), outer);
  }
}

}  // namespace

Value id_at(const Value& scope, std::string_view type, std::span<const Value> names) {
  TextBuilder id;
  if (equal_ignoring_case(type, kSubscriptions) && names.size() == 1)
    return id.add("/subscriptions/").add(names[0]).text();
  id.add(without_trailing_root(scope));
  if (equal_ignoring_case(type, kGroups) && names.size() == 1)
    return id.add("/resourceGroups/").add(names[0]).text();
  id.add("/providers/").add(provider_of(type));
  add_pairs(id, type, 0, names);
  return id.text();
}

std::vector<Value> name_segments(const Value& name, std::size_t count) {
  std::vector<Value> segments = slash_segments(name);
  if (segments.size() >= count || !name.is_unknown()) return segments;
  // the unknown part may hold the slashes that are missing
  segments.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = "split(" + canonical_text(name) + ",'/')[" + std::to_string(i) + "]";
    segments.push_back(Value::unknown(make_unknown(name.as_unknown().reason, text), name.origin())
                           .with_trail(name.trail()));
  }
  return segments;
}

Value id_of_value(Expansion& expansion, const Value& value, Span use) {
  if (value.is_resource()) {
    const Referent& referent = expansion.referent(value.as_resource());
    if (const auto* resource = std::get_if<ResourceInstance*>(&referent))
      return resource_identity(expansion, **resource, use).id;
    if (const auto* call = std::get_if<ModuleCall*>(&referent))
      return module_id(expansion, **call, use);
  }
  if (value.is_object()) {
    const Value* id = value.as_object().find("id");
    if (id != nullptr && (id->is_string() || id->is_unknown())) {
      const bool is_tenant =
          id->is_string() && starts_with_ignoring_case(id->as_string(), "/tenants/");
      return is_tenant ? Value::string("/") : *id;
    }
  }
  if (value.is_string()) return value;
  if (value.is_unknown()) {
    const bool is_text = !value.as_unknown().pieces.empty();
    if (is_text) return value;
    return Value::unknown(make_unknown(value.as_unknown().reason, canonical_text(value) + ".id"))
        .with_trail(value.trail());
  }
  expansion.report(
      ProblemKind::EvaluationError,
      "a scope or parent is a resource or a scope function, not " + std::string(kind_phrase(value)),
      value.origin().valid() ? value.origin() : use);
  return Value::unknown(make_unknown(UnknownReason::Invalid, "invalid scope"));
}

ResourceIdentity make_identity(Expansion& expansion, ResourceInstance& resource) {
  const ResourceDeclaration& declared = declaration_of(resource);
  ResourceIdentity identity;
  identity.type = declared.type;
  identity.api_version = declared.api_version;
  const Value name = resource_name(expansion, resource, declared.symbol_span);
  if (declared.of_extension) {
    // it has no ID; what it gives is told apart by its symbol
    identity.full_name = name;
    identity.id = Value::string(resource_address(resource));
    identity.id_text = plain_text(identity.id);
    return identity;
  }
  Value written;
  if (ResourceInstance* parent = find_parent(expansion, resource, written))
    name_child(expansion, resource, *parent, name, identity);
  else if (declared.parent != NodeId::kNone)
    name_child_of_unknown(expansion, resource, written, name, identity);
  else
    name_top_level(expansion, resource, name, identity);
  identity.full_name =
      identity.names.size() == 1 ? name : joined(identity.names).placed(name.origin());
  identity.id_text = plain_text(identity.id);
  return identity;
}

}  // namespace exr
