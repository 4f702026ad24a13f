#include "graph/resource_graph.h"

#include <algorithm>
#include <utility>

#include "azure/resource_id.h"
#include "graph/id_text.h"

namespace exr {

namespace {

constexpr std::string_view kAny = "[*]";

// The place behind the bracket that closes the one at `begin`; the end if none does.
std::size_t behind_bracket(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] == ']' && --depth == 0) return i + 1;
  }
  return text.size();
}

// Whether the ID of all rounds of a loop becomes that of one with an index for each `[*]`.
bool stands_for(std::string_view all, std::string_view one) {
  while (!all.empty() && !one.empty()) {
    if (all.starts_with(kAny) && one.front() == '[') {
      all.remove_prefix(kAny.size());
      one.remove_prefix(behind_bracket(one, 0));
    } else if (all.front() == one.front()) {
      all.remove_prefix(1);
      one.remove_prefix(1);
    } else {
      return false;
    }
  }
  return all.empty() && one.empty();
}

}  // namespace

DeploymentId ResourceGraph::add_deployment(std::string file) {
  const auto id = static_cast<DeploymentId>(deployments_.size());
  deployments_.push_back({.file = std::move(file), .partial = false, .open_types = {}});
  return id;
}

ResourceHandle ResourceGraph::add(Resource resource) {
  const auto handle = static_cast<ResourceHandle>(resources_.size());
  if (resource.id_text.empty()) resource.id_text = exr::id_text(resource.id);
  if (resource.id_key.empty()) resource.id_key = id_key(resource.id_text);
  resources_.push_back(std::move(resource));
  index(handle);
  return handle;
}

ResourceGraph::OneEach::const_iterator ResourceGraph::place_of(const OneEach& handles,
                                                               DeploymentId deployment) const {
  return std::lower_bound(handles.begin(), handles.end(), deployment,
                          [&](ResourceHandle handle, DeploymentId wanted) {
                            return resource(handle).deployment < wanted;
                          });
}

std::optional<ResourceHandle> ResourceGraph::find_own(const OneEach& handles,
                                                      DeploymentId deployment) const {
  const auto place = place_of(handles, deployment);
  if (place == handles.end() || resource(*place).deployment != deployment) return std::nullopt;
  return *place;
}

void ResourceGraph::index(ResourceHandle handle) {
  const Resource& added = resource(handle);
  by_type_[added.type].push_back(handle);
  const std::size_t item = added.stands_for_many ? added.id_key.find(kAny) : std::string::npos;
  if (item != std::string::npos) of_loops_[added.id_key.substr(0, item)].push_back(handle);
  SameId& same = by_id_[added.id_key];
  OneEach& handles = added.existing ? same.existing : same.declared;
  const auto place = place_of(handles, added.deployment);
  if (place == handles.end() || resource(*place).deployment != added.deployment) {
    handles.insert(place, handle);
  } else if (resource(*place).is_inline && !added.is_inline) {
    handles[static_cast<std::size_t>(place - handles.begin())] = handle;
  }
}

std::span<const ResourceHandle> ResourceGraph::of_type(std::string_view type) const {
  const auto found = by_type_.find(type);
  if (found == by_type_.end()) return {};
  return found->second;
}

std::optional<ResourceHandle> ResourceGraph::find(DeploymentId from,
                                                  std::string_view id_text) const {
  const std::string key = id_key(id_text);
  const auto exact = find_exact(from, key);
  return exact || of_loops_.empty() ? exact : find_of_loop(from, key);
}

// Every `[` in the ID may be the index.
std::optional<ResourceHandle> ResourceGraph::find_of_loop(DeploymentId from,
                                                          std::string_view key) const {
  for (std::size_t at = key.find('['); at != std::string_view::npos; at = key.find('[', at + 1)) {
    const auto found = of_loops_.find(key.substr(0, at));
    if (found == of_loops_.end()) continue;
    for (const ResourceHandle handle : found->second) {
      const Resource& all = resource(handle);
      if (all.deployment == from && stands_for(all.id_key, key)) return handle;
    }
  }
  return std::nullopt;
}

std::optional<ResourceHandle> ResourceGraph::find_exact(DeploymentId from,
                                                        std::string_view key) const {
  const auto found = by_id_.find(key);
  if (found == by_id_.end()) return std::nullopt;
  const SameId& same = found->second;
  if (const auto own = find_own(same.declared, from)) return own;
  if (same.declared.size() == 1) return same.declared.front();
  return find_own(same.existing, from);
}

std::optional<ResourceHandle> ResourceGraph::find_in(DeploymentId deployment,
                                                     std::string_view id_text) const {
  const auto found = by_id_.find(id_key(id_text));
  if (found == by_id_.end()) return std::nullopt;
  if (const auto declared = find_own(found->second.declared, deployment)) return declared;
  return find_own(found->second.existing, deployment);
}

bool ResourceGraph::is_partial() const {
  return std::any_of(deployments_.begin(), deployments_.end(),
                     [](const Deployment& deployment) { return deployment.partial; });
}

bool ResourceGraph::is_open(std::string_view type) const {
  const bool any = type == "*";
  return std::any_of(deployments_.begin(), deployments_.end(), [&](const Deployment& deployment) {
    const std::vector<std::string>& open = deployment.open_types;
    return any ? !open.empty() : std::any_of(open.begin(), open.end(), [&](std::string_view name) {
      return equal_ignoring_case(name, type);
    });
  });
}

}  // namespace exr
