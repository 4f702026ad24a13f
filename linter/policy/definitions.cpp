#include "policy/definitions.h"

#include <algorithm>
#include <memory>

namespace exr {

namespace {

const Definition* find_definition(const std::vector<Definition>& definitions, std::string_view name,
                                  bool is_function) {
  const auto found =
      std::find_if(definitions.begin(), definitions.end(), [&](const Definition& definition) {
        return definition.is_function == is_function && definition.name == name;
      });
  return found == definitions.end() ? nullptr : &*found;
}

bool binds(const std::vector<EachBinding>& each, std::string_view name) {
  return std::any_of(each.begin(), each.end(),
                     [&](const EachBinding& binding) { return binding.name == name; });
}

}  // namespace

Definitions::Definitions(const RuleSet& rules) {
  for (const std::shared_ptr<const Vocabulary>& vocabulary : rules.vocabularies) {
    for (const Definition& definition : vocabulary->definitions) {
      SitesByName& sites = definition.is_function ? functions_ : values_;
      sites[definition.name] = {&definition, &vocabulary->tree, Level::Vocabulary};
    }
  }
}

void Definitions::enter(const Rule& rule) {
  rule_ = &rule;
  check_ = nullptr;
}

std::optional<DefinitionSite> Definitions::find(std::string_view name, Kind kind,
                                                Level from) const {
  const bool is_function = kind == Kind::Function;
  if (from == Level::Check && check_ != nullptr) {
    if (const Definition* found = find_definition(check_->definitions, name, is_function))
      return DefinitionSite{found, &rule_->tree, Level::Check};
  }
  if (from != Level::Vocabulary) {
    if (const Definition* found = find_definition(rule_->definitions, name, is_function))
      return DefinitionSite{found, &rule_->tree, Level::Rule};
  }
  const SitesByName& sites = is_function ? functions_ : values_;
  const auto found = sites.find(name);
  return found == sites.end() ? std::nullopt : std::optional(found->second);
}

bool Definitions::is_each_name(std::string_view name, Level from) const {
  if (from == Level::Vocabulary) return false;
  if (binds(rule_->each, name)) return true;
  return from == Level::Check && check_ != nullptr && binds(check_->each, name);
}

// Finds what the names in an expression depend on.
struct Definitions::Walk {
  Definitions& definitions;
  const ExpressionTree& tree;
  Level level;
  std::vector<std::string_view> bound = {};

  Reach name(std::string_view name) {
    if (std::find(bound.begin(), bound.end(), name) != bound.end()) return Reach::Run;
    if (definitions.is_each_name(name, level)) return Reach::Each;
    if (name == "self") return Reach::Self;
    const auto site = definitions.find(name, Kind::Value, level);
    return site ? definitions.reach(*site) : Reach::Run;
  }

  Reach children(const Node& node) {
    Reach reach = Reach::Run;
    for (std::uint32_t i = 0; i < node.child_count; ++i)
      reach = std::max(reach, walk(tree.child(node, i)));
    return reach;
  }

  Reach within(const Node& node, std::vector<std::string_view> names) {
    const std::size_t before = bound.size();
    bound.insert(bound.end(), names.begin(), names.end());
    const Reach reach = children(node);
    bound.resize(before);
    return reach;
  }

  std::vector<std::string_view> lambda_names(const Node& node) const {
    std::vector<std::string_view> names;
    for (std::uint32_t i = 0; i + 1 < node.child_count; ++i)
      names.push_back(tree.text(tree.node(tree.child(node, i)).payload));
    return names;
  }

  Reach walk(NodeId id) {
    const Node& node = tree.node(id);
    switch (node.kind) {
      case NodeKind::Name:
        return name(tree.text(node.payload));
      case NodeKind::Lambda:
        return within(node, lambda_names(node));
      case NodeKind::Loop: {
        std::vector<std::string_view> names = {tree.text(node.payload)};
        if (node.second != kNoText) names.push_back(tree.text(node.second));
        return within(node, std::move(names));
      }
      case NodeKind::Call: {
        const auto site = definitions.find(tree.text(node.payload), Kind::Function, level);
        const Reach reach = children(node);
        return site ? std::max(reach, definitions.reach(*site)) : reach;
      }
      default:
        return children(node);
    }
  }
};

Reach Definitions::reach(const DefinitionSite& site) {
  // what is under way (a recursion, which loading rejects) adds nothing
  const auto [found, is_new] = reaches_.try_emplace(site.definition, Reach::Run);
  if (!is_new) return found->second;
  Walk walk{*this, *site.tree, site.level};
  walk.bound.assign(site.definition->parameters.begin(), site.definition->parameters.end());
  const Reach reach = walk.walk(site.definition->body);
  reaches_[site.definition] = reach;
  return reach;
}

Reach Definitions::reach(NodeId node, const ExpressionTree& tree, Level level) {
  return node == NodeId::kNone ? Reach::Run : Walk{*this, tree, level}.walk(node);
}

}  // namespace exr
