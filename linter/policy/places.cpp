#include "policy/places.h"

#include <algorithm>
#include <utility>

#include "policy/default_place.h"
#include "policy/finding_text.h"
#include "policy/provenance.h"
#include "value/containers.h"
#include "value/print.h"

namespace exr {

namespace {

using Nearness = WrittenPlace::Nearness;

constexpr std::size_t kMostRelated = 64;

void add_place(std::vector<RelatedPlace>& places, RelatedPlace place) {
  const bool is_there = std::any_of(places.begin(), places.end(), [&](const RelatedPlace& other) {
    return other.span == place.span && other.message == place.message;
  });
  if (!is_there && places.size() < kMostRelated) places.push_back(std::move(place));
}

}  // namespace

// A declaration is many lines long: its first one, up to where its body begins, stands for it.
Span Places::head_of(Span declaration) const {
  if (!declaration.valid()) return declaration;
  std::string_view text = host_.input().sources.slice(declaration);
  text = text.substr(0, text.find_first_of("\r\n"));
  const std::size_t body = text.find_first_of("={", 1);
  if (body != std::string_view::npos) text = text.substr(0, body);
  while (text.size() > 1 && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  declaration.end = declaration.begin + static_cast<std::uint32_t>(text.size());
  return declaration;
}

const BodyIndex& Places::index_of(ResourceHandle handle) {
  if (indexed_ != handle || !index_) {
    index_.emplace(host_.input().graph.resource(handle));
    indexed_ = handle;
  }
  return *index_;
}

// The property that stands at the place, of the thing judged or of what `each` names.
const BodyIndex::Entry* Places::find_entry(const WrittenPlace& place, const Thing& thing) {
  std::vector<ResourceHandle> owners;
  if (thing.self.resource) owners.push_back(*thing.self.resource);
  for (const auto& [name, value] : host_.each()) {
    if (value.is_resource() && host_.identities().is_in_graph(value.as_resource()))
      owners.push_back(value.as_resource());
  }
  if (place.owner && host_.identities().is_in_graph(*place.owner)) owners.push_back(*place.owner);
  for (const ResourceHandle owner : owners) {
    if (const BodyIndex::Entry* entry = index_of(owner).find(place.span)) return entry;
  }
  return nullptr;
}

std::optional<WrittenPlace> Places::place_of_each() const {
  for (auto bound = host_.each().rbegin(); bound != host_.each().rend(); ++bound) {
    if (auto place = written_.find(bound->second)) return place;
  }
  return std::nullopt;
}

WrittenPlace Places::nearest(const Check& check, const Thing& thing) {
  const Rule& rule = host_.definitions().rule();
  const NodeId node =
      check.at != NodeId::kNone ? check.at : default_place(rule, check, host_.definitions());
  if (auto place = written_.find(node, Level::Check)) return *std::move(place);
  if (check.at == NodeId::kNone || !thing.declared_at.valid()) {
    if (auto place = place_of_each()) return *std::move(place);
  }
  return {.nearness = Nearness::Declaration, .span = thing.declared_at};
}

std::string Places::related_message(const Value& value) const {
  if (value.is_resource()) {
    const ResourceHandle handle = value.as_resource();
    return type_words(host_.identities().type(handle)) + " " +
           host_.properties().display_name(handle);
  }
  const Value* name = value.is_object() ? value.as_object().find("name") : nullptr;
  const Value* kind = value.is_object() ? value.as_object().find("kind") : nullptr;
  if (name != nullptr && name->is_string()) {
    const std::string word = kind != nullptr && kind->is_string() ? kind->as_string() + " " : "";
    return word + "`" + hole_text(*name, host_.properties()) + "`";
  }
  if (value.is_object() || value.is_null()) return "see";
  return "`" + hole_text(value, host_.properties()) + "`";
}

void Places::add_related(const Value& value, FindingPlace& place) const {
  if (value.is_array()) {
    for (const Value& member : value.as_array().members) add_related(member, place);
    return;
  }
  const auto written = written_.find(value);
  if (!written) return;
  const bool is_declaration = written->nearness == Nearness::Declaration;
  const Span span = is_declaration ? head_of(written->span) : written->span;
  if (span != place.span) add_place(place.related, {related_message(value), span});
}

// What a caller passed is changed where it was passed, and what is wrong in a module of somebody
// else can be changed at its call only.
std::optional<Span> Places::callers_side(const WrittenPlace& written, const Thing& thing,
                                         Span place) const {
  const ResourceGraph& graph = host_.input().graph;
  std::optional<Span> caller = callers_place(written.trail);
  if (!graph.is_third_party(caller.value_or(place).file)) return caller;
  Span call = thing.called_at;
  if (!call.valid() && written.owner && host_.identities().is_in_graph(*written.owner))
    call = graph.resource(*written.owner).called_at;
  return call.valid() ? std::optional(call) : caller;
}

void Places::point_at_caller(const WrittenPlace& written, const Thing& thing,
                             FindingPlace& place) const {
  const std::optional<Span> caller = callers_side(written, thing, place.span);
  if (!caller) return;
  const Span inside = place.span;
  const bool has_lines = host_.input().sources.slice(*caller).find('\n') != std::string_view::npos;
  place.span = has_lines ? head_of(*caller) : *caller;
  place.related = provenance(written.trail, *caller);
  const bool is_declaration =
      inside.file == thing.declared_at.file && inside.begin == thing.declared_at.begin;
  add_place(place.related, {is_declaration ? "declared at" : "used at", inside});
}

FindingPlace Places::place_of(const Check& check, const Thing& thing) {
  const WrittenPlace written = nearest(check, thing);
  FindingPlace place;
  const bool is_declaration =
      written.nearness == Nearness::Declaration || written.span == thing.declared_at;
  if (is_declaration) {
    place.span = head_of(written.span);
  } else {
    place.span = written.span;
    const BodyIndex::Entry* entry = find_entry(written, thing);
    if (entry != nullptr) place.path = entry->path;
    if (written.nearness == Nearness::Enclosing) {
      place.span = entry != nullptr && entry->name.valid() ? entry->name : head_of(written.span);
    }
    for (RelatedPlace& source : provenance(written.trail, written.span))
      add_place(place.related, std::move(source));
  }
  point_at_caller(written, thing, place);
  if (check.related != NodeId::kNone) {
    add_related(host_.evaluate(check.related, Level::Check), place);
  } else if (check.at == NodeId::kNone && !host_.each().empty() &&
             host_.each().back().second.is_array()) {
    // a group that is wrong by being there shows its members
    add_related(host_.each().back().second, place);
  }
  return place;
}

}  // namespace exr
