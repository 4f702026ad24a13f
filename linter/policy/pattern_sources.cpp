#include "policy/pattern_sources.h"

#include <algorithm>

namespace exr {

namespace {

constexpr std::uint32_t kMostDefinitions = 16;

PatternSource source_of_setting(const Setting* setting) {
  if (setting == nullptr) return PatternSource::None;
  if (setting->type == SettingType::Pattern) return PatternSource::Pattern;
  const bool holds_some = setting->element_type == SettingType::Pattern;
  return holds_some ? PatternSource::Patterns : PatternSource::None;
}

}  // namespace

PatternSource PatternSources::of_element(PatternSource array) {
  if (array == PatternSource::Patterns) return PatternSource::Pattern;
  return array == PatternSource::Items ? PatternSource::Item : PatternSource::None;
}

PatternSource PatternSources::of(NodeId id, std::uint32_t check,
                                 const std::vector<BoundName>& bound) const {
  return source(id, {.check = check, .bound = bound});
}

PatternSource PatternSources::source(NodeId id, const Place& place) const {
  const Node& node = tree_.node(id);
  switch (node.kind) {
    case NodeKind::Name:
      return source_of_name(tree_.text(node.payload), place);
    case NodeKind::Member:
      return source_of_member(node, place);
    case NodeKind::Index:
      return of_element(source(tree_.child(node, 0), place));
    case NodeKind::Group:
      return source(tree_.child(node, 0), place);
    case NodeKind::Call:
      return source_of_call(node, place);
    default:
      return PatternSource::None;
  }
}

PatternSource PatternSources::source_of_name(std::string_view name, const Place& place) const {
  const auto found = std::find_if(place.bound.rbegin(), place.bound.rend(),
                                  [&](const BoundName& bound) { return bound.name == name; });
  if (found != place.bound.rend() && found->source != PatternSource::None) return found->source;
  if (place.depth == kMostDefinitions) return PatternSource::None;
  static const std::vector<BoundName> nothing;
  const Place inside{.check = place.check, .bound = nothing, .depth = place.depth + 1};
  for (const EachBinding* binding : scope_.bindings(place.check)) {
    if (binding->name == name && binding->array != NodeId::kNone)
      return of_element(source(binding->array, inside));
  }
  if (found != place.bound.rend()) return PatternSource::None;
  const Definition* definition = scope_.find_value(name, place.check);
  // the definitions of a vocabulary stand in another tree
  if (definition == nullptr || !scope_.is_own(*definition)) return PatternSource::None;
  return source(definition->body, inside);
}

PatternSource PatternSources::source_of_member(const Node& node, const Place& place) const {
  const std::string_view name = tree_.text(node.payload);
  const Node& object = tree_.node(tree_.child(node, 0));
  if (object.kind == NodeKind::Name && tree_.text(object.payload) == "settings")
    return source_of_setting(scope_.find_setting(name));
  const PatternSource outer = source(tree_.child(node, 0), place);
  if (outer == PatternSource::Item)
    return name == "value" ? PatternSource::Pattern : PatternSource::None;
  return outer == PatternSource::Patterns ? PatternSource::Pattern : PatternSource::None;
}

PatternSource PatternSources::source_of_call(const Node& node, const Place& place) const {
  if (node.child_count == 0) return PatternSource::None;
  const std::string_view name = tree_.text(node.payload);
  if (name != "items" && name != "filter") return PatternSource::None;
  const PatternSource first = source(tree_.child(node, 0), place);
  if (name == "filter") return first;
  return first == PatternSource::Patterns ? PatternSource::Items : PatternSource::None;
}

}  // namespace exr
