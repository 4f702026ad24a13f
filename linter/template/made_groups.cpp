#include "template/made_groups.h"

#include "support/text.h"
#include "template/modules.h"
#include "template/resources.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::string_view kGroups = "Microsoft.Resources/resourceGroups";

bool is_made_group(const ResourceDeclaration& declared) {
  return equal_ignoring_case(declared.type, kGroups) && !declared.existing;
}

// The name in `resourceGroup(name)`; kNone for anything else.
NodeId name_in_scope(const ExpressionTree& tree, NodeId scope) {
  if (scope == NodeId::kNone) return NodeId::kNone;
  const Node& node = tree.node(scope);
  const bool is_group = node.kind == NodeKind::Call && node.child_count == 1 &&
                        equal_ignoring_case(tree.text(node.payload), "resourceGroup");
  return is_group ? tree.child(node, 0) : NodeId::kNone;
}

}  // namespace

ResourceInstance* find_made_group(Expansion& expansion, ModuleCall& call, const Value& scope) {
  if (scope.is_resource()) {
    const Referent referent = expansion.referent(scope.as_resource());
    const auto* resource = std::get_if<ResourceInstance*>(&referent);
    return resource != nullptr && is_made_group(declaration_of(**resource)) ? *resource : nullptr;
  }
  TemplateInstance& owner = *call.owner;
  const Template& lowered = *owner.lowered;
  const ModuleDeclaration& declared = declaration_of(call);
  const NodeId name = name_in_scope(lowered.tree, declared.scope);
  if (name == NodeId::kNone) return nullptr;
  // its name alone is compared: to compute the IDs of others might lead back here
  for (std::uint32_t i = 0; i < lowered.resources.size(); ++i) {
    const ResourceDeclaration& group = lowered.resources[i];
    const bool is_candidate = is_made_group(group) && !group.nested_in && !group.loop &&
                              group.name != NodeId::kNone && lowered.tree.is_same(group.name, name);
    if (!is_candidate) continue;
    const Value symbol = resource_rounds(expansion, owner, i, nullptr, declared.symbol_span).symbol;
    if (symbol.is_resource())
      return std::get<ResourceInstance*>(expansion.referent(symbol.as_resource()));
  }
  return nullptr;
}

void take_from_group(Expansion& expansion, ResourceInstance& group, Place& place) {
  const Value body = resource_body(expansion, group, declaration_of(group).symbol_span);
  if (!body.is_object()) return;
  const auto take = [&](std::string_view name, Value& into) {
    const Value* written = body.as_object().find(name);
    if (written != nullptr && !written->is_null()) into = *written;
  };
  take("location", place.location);
  take("tags", place.tags);
}

}  // namespace exr
