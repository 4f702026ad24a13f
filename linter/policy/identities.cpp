#include "policy/identities.h"

#include <utility>

#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// The text by which an ID is known; empty for what cannot be one.
std::string_view id_text_of(const Value& id) {
  if (id.is_string()) return id.as_string();
  if (id.is_unknown() && known_prefix(id).starts_with('/')) return id.as_unknown().text;
  return {};
}

}  // namespace

Identities::Identities(const ResourceGraph& graph) : graph_(graph) {
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const auto handle = static_cast<ResourceHandle>(i);
    const Resource& resource = graph.resource(handle);
    if (resource.existing) {
      existing_.try_emplace(resource.id_key, handle);
    } else {
      declared_[resource.id_key].push_back(handle);
    }
  }
}

std::optional<ResourceHandle> Identities::find_known(std::optional<DeploymentId> reader,
                                                     std::string_view key) const {
  if (const auto found = declared_.find(key); found != declared_.end()) {
    const std::vector<ResourceHandle>& handles = found->second;
    bool is_only_deployment = true;
    for (const ResourceHandle handle : handles) {
      const DeploymentId owner = graph_.resource(handle).deployment;
      if (owner == reader) return handle;
      is_only_deployment =
          is_only_deployment && owner == graph_.resource(handles.front()).deployment;
    }
    if (is_only_deployment) return handles.front();
  }
  if (const auto found = existing_.find(key); found != existing_.end()) return found->second;
  const auto found = external_keys_.find(key);
  return found == external_keys_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ResourceHandle> Identities::find(std::optional<DeploymentId> reader,
                                               const Value& id) {
  const std::string_view text = id_text_of(id);
  if (!text.starts_with('/')) return std::nullopt;
  std::string key = id_key(text);
  if (const auto known = find_known(reader, key)) return known;
  std::optional<ResourceId> parts = parse_resource_id(text);
  if (!parts) return std::nullopt;
  const auto handle = static_cast<ResourceHandle>(graph_.size() + externals_.size());
  external_keys_.emplace(key, handle);
  externals_.push_back({.id = id, .text = std::string(text), .key = key, .parts = *parts});
  return handle;
}

bool Identities::is_external(ResourceHandle handle) const {
  return !is_in_graph(handle) || graph_.resource(handle).existing;
}

bool Identities::is_canonical(ResourceHandle handle) const {
  if (!is_in_graph(handle)) return true;
  const Resource& resource = graph_.resource(handle);
  if (resource.existing) return find_known(resource.deployment, resource.id_key) == handle;
  const auto first = graph_.find_in(resource.deployment, resource.id_text);
  if (!first || *first == handle) return true;
  // two declarations of one ID of which only one may be deployed are two cases, not one resource
  const Resource& other = graph_.resource(*first);
  return other.deployed != Truth::True &&
         canonical_text(other.condition) != canonical_text(resource.condition);
}

void Identities::collect_scopes() {
  scopes_.emplace();
  for (const Resource& resource : graph_.resources()) {
    if (resource.existing) continue;
    std::string text = resource.id_text;
    while (const std::optional<ResourceId> parts = parse_resource_id(text)) {
      text = parts->scope;
      // what is above a known scope is known, too
      if (text.empty() || !scopes_->insert(id_key(text)).second) break;
    }
  }
}

bool Identities::holds_declared(ResourceHandle handle) {
  if (!scopes_) collect_scopes();
  return scopes_->contains(key(handle));
}

const Value& Identities::id(ResourceHandle handle) const {
  return is_in_graph(handle) ? graph_.resource(handle).id : external(handle).id;
}

const std::string& Identities::text(ResourceHandle handle) const {
  return is_in_graph(handle) ? graph_.resource(handle).id_text.str() : external(handle).text;
}

const std::string& Identities::key(ResourceHandle handle) const {
  return is_in_graph(handle) ? graph_.resource(handle).id_key : external(handle).key;
}

std::string_view Identities::type(ResourceHandle handle) const {
  return is_in_graph(handle) ? std::string_view(graph_.resource(handle).type)
                             : std::string_view(external(handle).parts.type);
}

std::optional<DeploymentId> Identities::deployment(ResourceHandle handle) const {
  return is_in_graph(handle) ? std::optional(graph_.resource(handle).deployment) : std::nullopt;
}

}  // namespace exr
