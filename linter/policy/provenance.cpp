#include "policy/provenance.h"

#include <algorithm>
#include <unordered_set>

namespace exr {

namespace {

constexpr std::size_t kMostPlaces = 8;

struct Walk {
  Span place;
  std::vector<RelatedPlace> sources = {};
  std::vector<RelatedPlace> arguments = {};
  std::unordered_set<const Trail*> seen = {};

  void add(std::vector<RelatedPlace>& places, std::string_view message, Span span) const {
    if (!span.valid() || place.contains(span) || places.size() >= kMostPlaces) return;
    const bool is_there = std::any_of(places.begin(), places.end(), [&](const RelatedPlace& other) {
      return other.span == span;
    });
    if (!is_there) places.push_back({std::string(message), span});
  }

  void visit(const Trail& trail) {
    if (!seen.insert(&trail).second) return;
    for (const TrailPointer& step : trail.from) visit(*step);
    if (trail.kind == Trail::Kind::Literal) add(sources, "set by", trail.span);
    if (trail.kind != Trail::Kind::Parameter) return;
    if (trail.from.empty()) {
      if (trail.given != Given::Nothing) add(sources, "set by", trail.span);
    } else if (trail.given == Given::Argument) {
      add(arguments, "passed on at", trail.span);
    }
  }
};

}  // namespace

std::vector<RelatedPlace> provenance(const TrailPointer& trail, Span place) {
  if (trail == nullptr) return {};
  Walk walk{place};
  walk.visit(*trail);
  std::vector<RelatedPlace> places = std::move(walk.sources);
  for (RelatedPlace& argument : walk.arguments) {
    const auto holds = [&](const RelatedPlace& other) {
      return argument.span.contains(other.span);
    };
    const bool is_told =
        argument.span.contains(place) || std::any_of(places.begin(), places.end(), holds);
    if (!is_told) places.push_back(std::move(argument));
  }
  return places;
}

std::optional<Span> callers_place(const TrailPointer& trail) {
  const Trail* step = trail.get();
  std::optional<Span> argument;
  while (step != nullptr && step->kind == Trail::Kind::Parameter) {
    const bool is_whole = argument || step->given == Given::Argument;
    if (is_whole && step->span.valid()) argument = step->span;
    step = step->from.size() == 1 ? step->from.front().get() : nullptr;
  }
  const bool is_literal = step != nullptr && step->kind == Trail::Kind::Literal;
  return argument && is_literal && step->span.valid() ? step->span : argument;
}

}  // namespace exr
