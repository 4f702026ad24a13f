#include "policy/written_place.h"

#include <deque>
#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

constexpr std::uint32_t kDeepestSearch = 32;

void add_file(std::set<FileId>& files, FileId file) {
  if (file != FileId::kNone) files.insert(file);
}

}  // namespace

WrittenPlaces::WrittenPlaces(RuleHost& host) : host_(host) {
  const RuleSet& rules = host.input().rules;
  const Selection& selection = host.input().selection;
  for (const auto& rule : rules.rules) {
    add_file(files_of_rules_, rule->tree.file());
    for (const Setting& setting : rule->settings)
      add_file(files_of_rules_, setting.default_value.origin().file);
  }
  for (const auto& vocabulary : rules.vocabularies) {
    add_file(files_of_rules_, vocabulary->tree.file());
    for (const Setting& setting : vocabulary->settings)
      add_file(files_of_rules_, setting.default_value.origin().file);
  }
  for (const ReferenceTable& table : rules.tables) add_file(files_of_rules_, table.rows.file());
  for (const auto& [name, value] : selection.settings)
    add_file(files_of_rules_, value.origin().file);
  for (const auto& [id, changed] : selection.overrides) {
    for (const auto& [name, value] : changed.settings)
      add_file(files_of_rules_, value.origin().file);
  }
}

std::optional<WrittenPlace> WrittenPlaces::find(NodeId node, Level level) {
  if (node == NodeId::kNone) return std::nullopt;
  return find(Expression{host_.definitions().rule().tree, node, level, nullptr, 0});
}

std::optional<WrittenPlace> WrittenPlaces::find(const Value& value, std::uint32_t depth) const {
  if (depth > kDeepestSearch) return std::nullopt;
  if (value.is_resource()) {
    const ResourceHandle handle = value.as_resource();
    if (!host_.identities().is_in_graph(handle)) return std::nullopt;
    const Resource& resource = host_.input().graph.resource(handle);
    if (!resource.declared_at.valid()) return std::nullopt;
    return WrittenPlace{.nearness = WrittenPlace::Nearness::Declaration,
                        .span = resource.declared_at,
                        .owner = handle};
  }
  if (is_users(value.origin())) return WrittenPlace{.span = value.origin(), .trail = value.trail()};
  if (value.is_array()) {
    for (const Value& member : value.as_array().members) {
      if (auto place = find(member, depth + 1)) return place;
    }
  }
  if (value.is_object()) {
    for (const Object::Property& property : value.as_object().properties()) {
      if (auto place = find(property.value, depth + 1)) return place;
    }
  }
  return std::nullopt;
}

std::optional<WrittenPlace> WrittenPlaces::find(const Expression& expression) {
  if (expression.depth > kDeepestSearch) return std::nullopt;
  const Value value =
      host_.evaluate_at(expression.tree, expression.node, expression.level, expression.locals);
  auto place = find(value);
  if (!place) place = find_inside(expression);
  if (place && !place->owner) place->owner = owner_of(expression);
  return place;
}

// The resource of which a path reads properties.
std::optional<ResourceHandle> WrittenPlaces::owner_of(const Expression& expression) {
  const Node& node = expression.tree.node(expression.node);
  const bool is_path = node.kind == NodeKind::Member || node.kind == NodeKind::Index;
  if (!is_path || expression.depth > kDeepestSearch) return std::nullopt;
  const Expression inner = expression.child(expression.tree.child(node, 0));
  const Value value = host_.evaluate_at(inner.tree, inner.node, inner.level, inner.locals);
  return value.is_resource() ? std::optional(value.as_resource()) : owner_of(inner);
}

// Nothing was written for the value: looks where the expression looks.
std::optional<WrittenPlace> WrittenPlaces::find_inside(const Expression& expression) {
  const Node& node = expression.tree.node(expression.node);
  switch (node.kind) {
    case NodeKind::Member:
    case NodeKind::Index: {
      auto place = find(expression.child(expression.tree.child(node, 0)));
      if (place && place->nearness == WrittenPlace::Nearness::Value)
        place->nearness = WrittenPlace::Nearness::Enclosing;
      return place;
    }
    case NodeKind::Name:
      return find_in_name(expression);
    case NodeKind::Call:
      return find_in_call(expression);
    case NodeKind::Conditional:
      return find_in_choice(expression);
    case NodeKind::Lambda:
    case NodeKind::Loop:
      return std::nullopt;
    default:
      return find_in_children(expression);
  }
}

std::optional<WrittenPlace> WrittenPlaces::find_in_children(const Expression& expression) {
  const Node& node = expression.tree.node(expression.node);
  for (std::uint32_t i = 0; i < node.child_count; ++i) {
    const NodeId child = expression.tree.child(node, i);
    if (expression.tree.node(child).kind == NodeKind::Lambda) continue;
    if (auto place = find(expression.child(child))) return place;
  }
  return std::nullopt;
}

std::optional<WrittenPlace> WrittenPlaces::find_in_choice(const Expression& expression) {
  const Node& node = expression.tree.node(expression.node);
  const Value condition = host_.evaluate_at(expression.tree, expression.tree.child(node, 0),
                                            expression.level, expression.locals);
  const bool is_otherwise = condition.is_bool() && !condition.as_bool();
  return find(expression.child(expression.tree.child(node, is_otherwise ? 2 : 1)));
}

std::optional<WrittenPlace> WrittenPlaces::find_in_name(const Expression& expression) {
  const std::string_view name = expression.tree.text(expression.tree.node(expression.node).payload);
  for (const Local* local = expression.locals; local != nullptr; local = local->outer) {
    if (local->name == name) return std::nullopt;
  }
  if (host_.definitions().is_each_name(name, expression.level)) return std::nullopt;
  const auto site = host_.definitions().find(name, Definitions::Kind::Value, expression.level);
  if (!site) return std::nullopt;
  return find(
      Expression{*site->tree, site->definition->body, site->level, nullptr, expression.depth + 1});
}

std::optional<WrittenPlace> WrittenPlaces::find_in_call(const Expression& expression) {
  const Node& node = expression.tree.node(expression.node);
  const auto site = host_.definitions().find(expression.tree.text(node.payload),
                                             Definitions::Kind::Function, expression.level);
  if (!site) return find_in_children(expression);
  std::deque<Local> locals;
  const std::vector<std::string>& names = site->definition->parameters;
  for (std::uint32_t i = 0; i < names.size() && i < node.child_count; ++i) {
    Value argument = host_.evaluate_at(expression.tree, expression.tree.child(node, i),
                                       expression.level, expression.locals);
    locals.push_back({names[i], std::move(argument), locals.empty() ? nullptr : &locals.back()});
  }
  const Local* innermost = locals.empty() ? nullptr : &locals.back();
  if (auto place = find(Expression{*site->tree, site->definition->body, site->level, innermost,
                                   expression.depth + 1}))
    return place;
  return find_in_children(expression);
}

}  // namespace exr
