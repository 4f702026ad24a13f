#include "graph/references.h"

#include <algorithm>
#include <string_view>

#include "graph/id_text.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Parts of bodies are shared, so what is small in memory may be endless to walk through.
constexpr std::size_t kMostValues = 20'000'000;
constexpr std::size_t kMostValuesOfOne = 1'000'000;
constexpr std::uint32_t kDeepestValue = 512;

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

void append_step(std::string& path, std::string_view name) {
  if (!is_identifier(name)) {
    path += "['" + replace_all(name, "'", "\\'") + "']";
    return;
  }
  if (!path.empty()) path += '.';
  path += name;
}

}  // namespace

void References::add_edges_from(ResourceHandle from) {
  from_ = from;
  deployment_ = graph_.resource(from).deployment;
  path_.clear();
  searched_of_one_ = 0;
  search(graph_.resource(from).body, 0);
}

void References::search(const Value& value, std::uint32_t depth) {
  ++searched_;
  ++searched_of_one_;
  if (depth > kDeepestValue || searched_ > kMostValues || searched_of_one_ > kMostValuesOfOne) {
    graph_.deployment(deployment_).partial = true;
    return;
  }
  if (value.is_string()) {
    if (value.as_string().starts_with('/')) add_edge_to(value.as_string());
  } else if (value.is_unknown()) {
    add_edge_to(id_text(value));
    for (const Candidate& candidate : value.as_unknown().candidates)
      search(candidate.value, depth + 1);
  } else if (value.is_array()) {
    search_array(value, depth);
  } else if (value.is_object()) {
    search_object(value, depth);
  }
}

void References::search_array(const Value& value, std::uint32_t depth) {
  const std::size_t length = path_.size();
  for (std::size_t i = 0; i < value.as_array().size(); ++i) {
    path_ += "[" + std::to_string(i) + "]";
    search(value.as_array().members[i], depth + 1);
    path_.resize(length);
  }
}

void References::search_object(const Value& value, std::uint32_t depth) {
  const std::size_t length = path_.size();
  for (const Object::Property& property : value.as_object().properties()) {
    append_step(path_, property.name);
    // as in `userAssignedIdentities`
    if (property.name.str().starts_with('/')) add_edge_to(property.name);
    search(property.value, depth + 1);
    path_.resize(length);
  }
}

void References::add_edge_to(std::string_view id_text) {
  const auto to = graph_.find(deployment_, id_text);
  if (!to || *to == from_) return;
  graph_.add_edge({.from = from_, .to = *to, .kind = EdgeKind::Reference, .path = path_});
}

}  // namespace exr
