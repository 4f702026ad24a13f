#include "policy/relations.h"

#include <algorithm>

#include "policy/pointers.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Beyond this many undecided referrers of one resource there are "perhaps more", without names, so
// that many unknown pointers do not make every answer as long as they are.
constexpr std::size_t kMostUndecided = 64;
constexpr std::size_t kMostCompared = 256;

std::uint32_t number_of(ResourceHandle handle) { return static_cast<std::uint32_t>(handle); }

// The ID without the names of its subscription and group, which may be placeholders.
std::string skeleton_of(std::string_view key) {
  std::string skeleton;
  std::string_view before;
  for (const std::string_view segment : path_segments(key)) {
    const bool is_name = before == "subscriptions" || before == "resourcegroups";
    skeleton.append("/").append(is_name ? "*" : segment);
    before = is_name ? std::string_view() : segment;
  }
  return skeleton;
}

bool is_wholly_known(const Value& id) { return id.is_string(); }

std::string key_of(const Value& id) {
  if (id.is_string()) return id_key(id.as_string());
  return id.is_unknown() ? id_key(id.as_unknown().text) : std::string();
}

}  // namespace

std::vector<ResourceHandle> Relations::of_type(std::string_view type) const {
  std::vector<ResourceHandle> handles;
  if (type == "*") {
    for (std::size_t i = 0; i < graph_.size(); ++i) handles.push_back(ResourceHandle(i));
  } else {
    const auto found = graph_.of_type(type);
    handles.assign(found.begin(), found.end());
  }
  std::erase_if(handles, [&](ResourceHandle handle) { return !identities_.is_canonical(handle); });
  return handles;
}

bool Relations::is_open(std::string_view type) const {
  return graph_.is_partial() || graph_.is_open(type);
}

void Relations::assume_deployed(std::optional<ResourceHandle> resource) {
  assumed_ = resource;
  if (resource) assumed_condition_ = canonical_text(graph_.resource(*resource).condition);
}

bool Relations::is_certain(ResourceHandle handle) const {
  const Resource& resource = graph_.resource(handle);
  if (resource.deployed == Truth::True) return true;
  if (!assumed_) return false;
  if (handle == *assumed_) return true;
  if (canonical_text(resource.condition) != assumed_condition_) return false;
  if (!resource.condition.is_null() && !resource.stands_for_many) return true;
  // what is written inside it comes with it
  std::optional<ResourceHandle> outer = handle;
  while (outer && outer != assumed_ && graph_.resource(*outer).is_inline)
    outer = graph_.find_in(resource.deployment, key_of(graph_.resource(*outer).parent));
  return outer == assumed_;
}

Array Relations::resources(std::string_view type) {
  Array array;
  for (const ResourceHandle handle : of_type(type))
    array.add(Value::resource(handle), is_certain(handle));
  array.open = is_open(type);
  if (array.open) array.open_text = "resources('" + std::string(type) + "')";
  return array;
}

const Relations::Index& Relations::index_of(std::string_view type, std::string_view path) {
  const auto [found, is_new] = indexes_.try_emplace({to_lower(type), to_lower(path)});
  if (is_new) {
    for (const ResourceHandle from : of_type(type)) add_to_index(found->second, from, path);
  }
  return found->second;
}

void Relations::add_to_index(Index& index, ResourceHandle from, std::string_view path) {
  bool is_unknown = false;
  for (const Pointer& pointer : pointers_at(graph_.resource(from), path)) {
    if (pointer.id.is_resource()) {
      index.by_target[number_of(pointer.id.as_resource())].push_back({from, pointer.certain});
      continue;
    }
    const auto target = identities_.find(graph_.resource(from).deployment, pointer.id);
    if (target) {
      index.by_target[number_of(*target)].push_back({from, pointer.certain});
      add_group(index, from, pointer.id);
    } else if (pointer.id.is_unknown() && !is_unknown) {
      is_unknown = true;
      index.unknown.push_back(from);
    }
  }
}

void Relations::add_group(Index& index, ResourceHandle from, const Value& id) {
  const std::string text = id.is_string() ? id.as_string() : id.as_unknown().text;
  std::string key = key_of(id);
  const auto [found, is_new] = index.group_by_key.try_emplace(key, index.groups.size());
  if (is_new) {
    const std::string type = to_lower(parse_resource_id(text)->type);
    auto& by_type = is_wholly_known(id) ? index.known_by_type : index.partly_known_by_type;
    by_type[type].push_back(index.groups.size());
    if (is_wholly_known(id)) index.by_skeleton[skeleton_of(key)].push_back(index.groups.size());
    index.groups.push_back({id, std::move(key), {}});
  }
  std::vector<ResourceHandle>& members = index.groups[found->second].from;
  if (members.empty() || members.back() != from) members.push_back(from);
}

// Adds those of which it is undecided whether they point to the target; false if there are too many
// to name.
bool Relations::add_undecided(const Index& index, ResourceHandle target, Members& members) const {
  std::vector<std::size_t> groups;
  const auto append = [&](const auto& map, const std::string& key) {
    const auto found = map.find(key);
    if (found == map.end()) return;
    const std::size_t room = kMostCompared + 1 - std::min(groups.size(), kMostCompared + 1);
    const auto& more = found->second;
    groups.insert(groups.end(), more.begin(),
                  more.begin() + static_cast<std::ptrdiff_t>(std::min(room, more.size())));
  };
  const std::string type = to_lower(identities_.type(target));
  const std::string& key = identities_.key(target);
  const Value& id = identities_.id(target);
  append(index.partly_known_by_type, type);
  if (is_wholly_known(id)) {
    append(index.by_skeleton, skeleton_of(key));
  } else {
    append(index.known_by_type, type);
  }
  if (groups.size() > kMostCompared) return false;
  std::size_t left = kMostUndecided;
  for (const std::size_t number : groups) {
    const Group& group = index.groups[number];
    if (group.key == key || equals(group.id, id, TextComparison::IgnoreCase) != Truth::Unknown)
      continue;
    if (group.from.size() > left) return false;
    left -= group.from.size();
    for (const ResourceHandle from : group.from) members.try_emplace(number_of(from), false);
  }
  if (index.unknown.size() > left) return false;
  for (const ResourceHandle from : index.unknown) members.try_emplace(number_of(from), false);
  return true;
}

Array Relations::referrers(ResourceHandle named, std::string_view type, std::string_view path) {
  // of several declarations of one ID, pointers lead to the one that stands for all
  const ResourceHandle target =
      identities_.find_known(identities_.deployment(named), identities_.key(named)).value_or(named);
  const Index& index = index_of(type, path);
  Members members;
  if (const auto found = index.by_target.find(number_of(target)); found != index.by_target.end()) {
    for (const Referrer& referrer : found->second) {
      bool& certain = members[number_of(referrer.from)];
      certain = certain || referrer.certain;
    }
  }
  const bool all_named = add_undecided(index, target, members);
  Array array;
  for (const auto& [number, certain] : members) {
    const auto handle = static_cast<ResourceHandle>(number);
    if (handle == target) continue;
    array.add(Value::resource(handle), certain && is_certain(handle));
  }
  const bool is_foreign = identities_.is_external(target) && !identities_.holds_declared(target);
  array.open = !all_named || is_foreign || is_open(type);
  if (array.open) {
    array.open_text = "referrers(" + identities_.text(target) + ",'" + std::string(type) + "','" +
                      std::string(path) + "')";
  }
  return array;
}

Array Relations::scopes(ResourceHandle resource) {
  Array array;
  array.add(Value::resource(resource));
  const auto deployment = identities_.deployment(resource);
  std::optional<ResourceId> parts = parse_resource_id(identities_.text(resource));
  while (parts && !parts->scope.empty()) {
    const auto scope = identities_.find(deployment, Value::string(parts->scope));
    if (!scope) break;
    array.add(Value::resource(*scope));
    parts = parse_resource_id(parts->scope);
  }
  return array;
}

}  // namespace exr
