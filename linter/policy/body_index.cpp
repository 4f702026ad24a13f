#include "policy/body_index.h"

#include <utility>

#include "value/containers.h"

namespace exr {

namespace {

constexpr std::size_t kMostEntries = 200'000;
constexpr std::uint32_t kDeepestValue = 256;

}  // namespace

BodyIndex::BodyIndex(const Resource& resource) {
  add(resource.name, "name", {}, 0);
  add(resource.parent, "parent", {}, 0);
  add(resource.scope, "scope", {}, 0);
  add(resource.body, {}, {}, 0);
}

void BodyIndex::add(const Value& value, const std::string& path, Span name, std::uint32_t depth) {
  if (depth > kDeepestValue || entries_.size() >= kMostEntries) return;
  if (value.origin().valid() && !path.empty())
    entries_.try_emplace(value.origin(), Entry{path, name});
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.as_array().size(); ++i) {
      add(value.as_array().members[i], path + "[" + std::to_string(i) + "]", {}, depth + 1);
    }
  } else if (value.is_object()) {
    for (const Object::Property& property : value.as_object().properties()) {
      const std::string inner = path.empty() ? property.name.str() : path + "." + property.name;
      add(property.value, inner, property.name_span, depth + 1);
    }
  }
}

const BodyIndex::Entry* BodyIndex::find(Span place) const {
  const auto found = entries_.find(place);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace exr
