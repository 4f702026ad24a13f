#include "template/made_groups.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "azure/resource_id.h"
#include "support/text.h"
#include "template/modules.h"
#include "template/resource_names.h"
#include "template/resources.h"
#include "template/text_builder.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::string_view kGroups = "Microsoft.Resources/resourceGroups";
// Variables may stand in one another without end.
constexpr std::uint32_t kDeepest = 1024;

// Finds out whether an expression can be computed without what is deployed: then it cannot need the
// place of a module, for which it is asked.
class Foresight {
 public:
  explicit Foresight(const TemplateInstance& instance)
      : tree_(instance.lowered->tree), lowered_(*instance.lowered), symbols_(*instance.symbols) {}

  bool is_plain(NodeId id) {
    if (id == NodeId::kNone || !seen_.insert(id).second) return true;
    if (depth_ >= kDeepest) return false;
    ++depth_;
    const bool is = is_plain_node(tree_.node(id));
    --depth_;
    return is;
  }

 private:
  bool is_plain_node(const Node& node) {
    if (node.kind == NodeKind::Nested || node.kind == NodeKind::MethodCall) return false;
    if (node.kind == NodeKind::Name && !is_plain_name(tree_.text(node.payload))) return false;
    if (node.kind == NodeKind::Call && !is_plain_call(node)) return false;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
      if (!is_plain(tree_.child(node, i))) return false;
    }
    return true;
  }

  bool is_plain_name(std::string_view name) {
    const auto symbol = symbols_.find(name);
    if (!symbol) return true;
    switch (symbol->kind) {
      case Symbol::Kind::Parameter:
        return is_plain(lowered_.parameters[symbol->index].default_value);
      case Symbol::Kind::Variable:
        return is_plain(lowered_.variables[symbol->index].value);
      case Symbol::Kind::Resource:
      case Symbol::Kind::Module:
        return false;
      default:
        return true;
    }
  }

  bool is_plain_call(const Node& node) {
    constexpr std::array<std::string_view, 6> kOfDeployed = {
        "reference", "references", "resourceInfo", "symbol of", "dependency", "scope id"};
    const std::string_view name = tree_.text(node.payload);
    const auto is = [&](std::string_view one) { return equal_ignoring_case(name, one); };
    if (std::any_of(kOfDeployed.begin(), kOfDeployed.end(), is) ||
        starts_with_ignoring_case(name, "list"))
      return false;
    const bool is_parameter = is("parameters");
    if ((!is_parameter && !is("variables")) || node.child_count == 0) return true;
    const Node& argument = tree_.node(tree_.child(node, 0));
    if (argument.kind != NodeKind::String) return false;
    const std::string_view declared = tree_.text(argument.payload);
    const auto index =
        is_parameter ? symbols_.find_parameter(declared) : symbols_.find_variable(declared);
    if (!index) return true;
    return is_plain(is_parameter ? lowered_.parameters[*index].default_value
                                 : lowered_.variables[*index].value);
  }

  const ExpressionTree& tree_;
  const Template& lowered_;
  const Symbols& symbols_;
  std::set<NodeId> seen_;
  std::uint32_t depth_ = 0;
};

void fill(Expansion& expansion, TemplateInstance& instance, DeployedIndex& groups) {
  const Template& lowered = *instance.lowered;
  for (std::uint32_t i = 0; i < lowered.resources.size(); ++i) {
    const ResourceDeclaration& declared = lowered.resources[i];
    if (!equal_ignoring_case(declared.type, kGroups) || declared.existing || declared.nested_in)
      continue;
    const NodeId iterable = declared.loop ? declared.loop->iterable : NodeId::kNone;
    Foresight foresight(instance);
    const bool is_foreseen = foresight.is_plain(declared.name) &&
                             foresight.is_plain(declared.condition) &&
                             foresight.is_plain(declared.scope) && foresight.is_plain(iterable);
    if (!is_foreseen) continue;
    for (const ResourceHandle handle :
         resource_rounds(expansion, instance, i, nullptr, declared.symbol_span).handles) {
      auto& group = *std::get<ResourceInstance*>(expansion.referent(handle));
      const std::string& id = resource_identity(expansion, group, declared.symbol_span).id_text;
      groups.by_text.try_emplace(id_key(id), handle);
    }
  }
}

}  // namespace

ResourceInstance* find_made_group(Expansion& expansion, TemplateInstance& instance,
                                  const Value& id) {
  DeployedIndex& groups = instance.made_groups;
  if (groups.progress == Progress::Untouched) {
    groups.progress = Progress::Running;
    fill(expansion, instance, groups);
    groups.progress = Progress::Done;
  }
  const auto found = groups.by_text.find(id_key(plain_text(id)));
  if (found == groups.by_text.end()) return nullptr;
  return std::get<ResourceInstance*>(expansion.referent(found->second));
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
