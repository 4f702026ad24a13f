#include "graph/inline_children.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "azure/resource_id.h"
#include "azure/resource_type.h"
#include "expression/candidates.h"
#include "expression/operators.h"
#include "graph/id_text.h"
#include "support/limits.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/joined_trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

// As many as there may be resources: parents that share one long array must not multiply it.
constexpr std::size_t kMostChildren = Limits{}.resources;

// What is read out of something secret is secret.
Value part_of(const Value& whole, const Value& part) {
  return is_secure(whole.trail()) && !is_secure(part.trail()) ? part.with_trail(whole.trail())
                                                              : part;
}

Value unknown_at(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::Undecided, std::move(text)));
}

// The value at a plain path: Unknown where that cannot be said, null where nothing is written.
Value value_at(const Resource& resource, std::string_view path) {
  Value value = folded(resource.body);
  for (const std::string_view step : split(path, '.')) {
    if (!value.is_object()) return value.is_unknown() ? value : Value();
    const Object& object = value.as_object();
    const Value* property = object.find(step);
    if (property == nullptr)
      return object.is_open() ? unknown_at(resource.id_text + "." + std::string(path)) : Value();
    value = folded(part_of(value, *property));
  }
  return value;
}

Value joined(const Value& front, std::string_view between, const Value& back) {
  std::vector<TextPiece> pieces = pieces_of(front);
  pieces.push_back({.text = std::string(between), .known = true});
  for (TextPiece& piece : pieces_of(back)) pieces.push_back(std::move(piece));
  const UnknownReason reason = back.is_unknown()    ? back.as_unknown().reason
                               : front.is_unknown() ? front.as_unknown().reason
                                                    : UnknownReason::Undecided;
  return text_from_pieces(std::move(pieces), reason, back.origin());
}

// A text of two parts with something between, with the candidates that follow from theirs.
Value joined_with_candidates(const Value& front, std::string_view between, const Value& back) {
  const std::vector<Value> parts = {front, back};
  Value text = joined(front, between, back);
  if (has_cases(front) || has_cases(back)) {
    const Value cases = over_candidates(parts, id_text(text), [&](std::span<const Value> values) {
      return joined(values[0], between, values[1]);
    });
    if (has_cases(cases)) {
      Unknown unknown = text.as_unknown();
      unknown.candidates = cases.as_unknown().candidates;
      text = Value::unknown(std::move(unknown), text.origin());
    }
  }
  return text.with_trail(joined_trail(parts.data(), parts.data() + parts.size()));
}

// What the element says, without its name and type. Of an Unknown nothing is known to be missing.
Value body_of(const Value& element) {
  Object body;
  if (element.is_unknown()) {
    body.set_open(element.as_unknown().text);
  } else {
    const Object& written = element.as_object();
    for (const Object::Property& property : written.properties()) {
      const bool is_head =
          equal_ignoring_case(property.name, "name") || equal_ignoring_case(property.name, "type");
      if (!is_head) body.set(property.name, property.value, property.name_span);
    }
    if (written.is_open()) body.set_open(written.open_text());
  }
  return Value::object(std::move(body), element.origin()).with_trail(element.trail());
}

Value name_of(const Value& element, const std::string& place) {
  const Value* name = element.is_object() ? element.as_object().find("name") : nullptr;
  if (name == nullptr || !(name->is_string() || name->is_unknown()))
    return unknown_at(place + ".name").placed(element.origin()).with_trail(element.trail());
  return part_of(element, *name);
}

class InlineChildren {
 public:
  InlineChildren(ResourceGraph& graph, const std::vector<InlineChild>& kinds) : graph_(graph) {
    for (const InlineChild& kind : kinds)
      by_parent_[std::string(parent_type(kind.type))].push_back(&kind);
  }

  void add() {
    // children are added behind, so that theirs come later
    for (std::size_t i = 0; i < graph_.size(); ++i) {
      const auto handle = static_cast<ResourceHandle>(i);
      const auto found = by_parent_.find(graph_.resource(handle).type);
      if (found == by_parent_.end()) continue;
      for (const InlineChild* kind : found->second) add_children(handle, *kind);
    }
  }

 private:
  void add_children(ResourceHandle parent, const InlineChild& kind) {
    const Value children = value_at(graph_.resource(parent), kind.path);
    if (children.is_unknown()) open(parent, kind);
    if (!children.is_array()) return;
    const Array& array = children.as_array();
    if (array.open) open(parent, kind);
    for (std::size_t i = 0; i < array.size(); ++i) {
      if (++seen_ > kMostChildren) {
        open(parent, kind);
        graph_.deployment(graph_.resource(parent).deployment).partial = true;
        return;
      }
      const Value element = folded(part_of(children, array.members[i]));
      if (!element.is_object() && !element.is_unknown()) continue;
      const std::string place = "." + kind.path + "[" + std::to_string(i) + "]";
      add_child(parent, kind,
                element.origin().valid() ? element : element.placed(children.origin()), place,
                truth_of_presence(array, i));
    }
  }

  static Truth truth_of_presence(const Array& array, std::size_t index) {
    return array.is_certain(index) ? Truth::True : Truth::Unknown;
  }

  void add_child(ResourceHandle handle, const InlineChild& kind, const Value& element,
                 const std::string& place, Truth present) {
    const Resource& parent = graph_.resource(handle);
    const Value name = name_of(element, parent.id_text + place);
    const std::string segment = "/" + std::string(last_type_segment(kind.type)) + "/";
    Resource child;
    child.id = joined_with_candidates(parent.id, segment, name);
    child.id_text = id_text(child.id);
    child.id_key = id_key(child.id_text);
    if (is_written_separately(parent, child.id_text)) return;
    child.type = parent.type + "/" + std::string(last_type_segment(kind.type));
    child.api_version = parent.api_version;
    child.name = joined_with_candidates(parent.name, "/", name);
    child.body = body_of(element);
    child.address = parent.address + place;
    child.deployment = parent.deployment;
    child.existing = parent.existing;
    child.deployed = both(parent.deployed, present);
    child.stands_for_many = parent.stands_for_many;
    child.condition = condition_of(parent, place, present);
    child.parent = parent.id;
    child.scope = parent.scope;
    child.called_at = parent.called_at;
    child.declared_at = element.origin().valid() ? element.origin() : parent.declared_at;
    child.is_inline = true;
    if (child.stands_for_many) open(handle, kind);
    graph_.add(std::move(child));
  }

  // Of a member that may not be there it is unknown, and another one than the parent's.
  static Value condition_of(const Resource& parent, const std::string& place, Truth present) {
    if (present == Truth::True) return parent.condition;
    return unknown_at("exists(" + parent.id_text + place + ")");
  }

  bool is_written_separately(const Resource& parent, std::string_view child_id) const {
    const auto other = graph_.find_in(parent.deployment, child_id);
    if (!other) return false;
    const Resource& found = graph_.resource(*other);
    return !found.is_inline && (!found.existing || parent.existing);
  }

  // There may be more of this type, and of those that are inside it.
  void open(ResourceHandle parent, const InlineChild& kind) {
    const Resource& resource = graph_.resource(parent);
    if (resource.existing) return;
    std::vector<std::string>& types = graph_.deployment(resource.deployment).open_types;
    for (const auto& [parent_of_kinds, kinds] : by_parent_) {
      for (const InlineChild* inner : kinds) {
        if (inner == &kind || starts_with_ignoring_case(inner->type, kind.type + "/"))
          types.push_back(to_lower(inner->type));
      }
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
  }

  ResourceGraph& graph_;
  std::unordered_map<std::string, std::vector<const InlineChild*>, HashIgnoringCase,
                     EqualIgnoringCase>
      by_parent_;
  std::size_t seen_ = 0;
};

}  // namespace

void add_inline_children(ResourceGraph& graph, const std::vector<InlineChild>& inline_children) {
  InlineChildren(graph, inline_children).add();
}

}  // namespace exr
