#include "azure/resource_id.h"

#include <cstddef>

#include "azure/resource_type.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kSubscriptions = "Microsoft.Resources/subscriptions";
constexpr std::string_view kResourceGroups = "Microsoft.Resources/resourceGroups";
constexpr std::string_view kManagementGroups = "Microsoft.Management/managementGroups";

// The place after the `${...}` that starts at `at`. Braces inside quoted text do not count.
std::size_t end_of_hole(std::string_view text, std::size_t at) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = at; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return text.size();
}

std::string joined(const std::vector<std::string_view>& segments, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text.append("/").append(segments[i]);
  return text;
}

bool is_word(const std::vector<std::string_view>& segments, std::size_t index,
             std::string_view word) {
  return index < segments.size() && equal_ignoring_case(segments[index], word);
}

// Everything that the ID says about where the resource is.
void read_scope(const std::vector<std::string_view>& segments, ResourceId& id) {
  if (is_word(segments, 0, "subscriptions") && segments.size() > 1)
    id.subscription_id = segments[1];
  if (is_word(segments, 2, "resourceGroups") && segments.size() > 3)
    id.resource_group = segments[3];
  const bool managed = is_word(segments, 0, "providers") &&
                       is_word(segments, 1, "Microsoft.Management") &&
                       is_word(segments, 2, "managementGroups") && segments.size() > 3;
  if (managed) id.management_group = segments[3];
}

std::optional<ResourceId> container(const std::vector<std::string_view>& segments, ResourceId id) {
  if (segments.size() == 2 && is_word(segments, 0, "subscriptions")) {
    id.type = kSubscriptions;
    id.names = {std::string(segments[1])};
    return id;
  }
  if (segments.size() == 4 && !id.resource_group.empty()) {
    id.type = kResourceGroups;
    id.names = {std::string(segments[3])};
    id.scope = joined(segments, 2);
    return id;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> path_segments(std::string_view text) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.compare(at, 2, "${") == 0) {
      at = end_of_hole(text, at + 1);
      continue;
    }
    if (text[at] == '/') {
      segments.push_back(text.substr(begin, at - begin));
      begin = at + 1;
    }
    ++at;
  }
  segments.push_back(text.substr(begin));
  return segments;
}

std::optional<ResourceId> parse_resource_id(std::string_view text) {
  if (text.size() < 2 || text.front() != '/') return std::nullopt;
  text.remove_prefix(1);
  if (text.back() == '/') text.remove_suffix(1);
  const std::vector<std::string_view> segments = path_segments(text);
  for (const std::string_view segment : segments) {
    if (segment.empty()) return std::nullopt;
  }
  ResourceId id;
  read_scope(segments, id);
  std::size_t providers = segments.size();
  for (std::size_t i = 0; i + 4 <= segments.size(); ++i) {
    // a resource may be called `providers`: after the word stand a namespace and pairs of type and
    // name
    if (is_word(segments, i, "providers") && (segments.size() - i) % 2 == 0) providers = i;
  }
  if (providers == segments.size()) return container(segments, std::move(id));
  id.scope = joined(segments, providers);
  id.type = segments[providers + 1];
  for (std::size_t i = providers + 2; i + 1 < segments.size(); i += 2) {
    id.type.append("/").append(segments[i]);
    id.names.emplace_back(segments[i + 1]);
  }
  if (id.names.size() > 1) id.parent = joined(segments, segments.size() - 2);
  return id;
}

std::optional<std::string> resource_id_at(std::string_view scope, std::string_view type,
                                          std::span<const std::string> names) {
  if (names.empty() || name_count(type) != names.size()) return std::nullopt;
  if (equal_ignoring_case(type, kSubscriptions)) return subscription_scope(names[0]);
  std::string id(scope == "/" ? std::string_view() : scope);
  if (equal_ignoring_case(type, kResourceGroups)) return id + "/resourceGroups/" + names[0];
  const std::vector<std::string_view> words = split(type, '/');
  id.append("/providers/").append(words[0]);
  for (std::size_t i = 0; i < names.size(); ++i)
    id.append("/").append(words[i + 1]).append("/").append(names[i]);
  return id;
}

std::string subscription_scope(std::string_view subscription_id) {
  return "/subscriptions/" + std::string(subscription_id);
}

std::string group_scope(std::string_view subscription_id, std::string_view resource_group) {
  return subscription_scope(subscription_id) + "/resourceGroups/" + std::string(resource_group);
}

std::string management_group_scope(std::string_view name) {
  return "/providers/" + std::string(kManagementGroups) + "/" + std::string(name);
}

std::string id_key(std::string_view id) {
  if (id.size() > 1 && id.back() == '/') id.remove_suffix(1);
  return to_lower(id);
}

}  // namespace exr
