#include "frontends/terraform/arm_identity.h"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "azure/resource_type.h"
#include "graph/id_text.h"
#include "support/text.h"
#include "value/joined_text.h"
#include "value/joined_trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::string_view kGroups = "Microsoft.Resources/resourceGroups";
constexpr std::string_view kSubscriptions = "Microsoft.Resources/subscriptions";
constexpr std::string_view kManagementGroups = "/providers/Microsoft.Management/managementGroups/";

Value word(std::string_view text) { return Value::string(std::string(text)); }

Value joined(std::span<const Value> parts) {
  JoinedText text;
  for (const Value& part : parts) text.add(part);
  return text.take(UnknownReason::KnownAfterApply)
      .with_trail(joined_trail(parts.data(), parts.data() + parts.size()));
}

Value with_slashes(std::span<const Value> segments) {
  std::vector<Value> parts;
  for (const Value& segment : segments) {
    if (!parts.empty()) parts.push_back(word("/"));
    parts.push_back(segment);
  }
  return joined(parts);
}

// Cut at the slashes that are known.
std::vector<Value> segments_of(const Value& id) {
  std::vector<std::vector<TextPiece>> segments(1);
  for (const TextPiece& piece : pieces_of(id)) {
    if (!piece.known) {
      segments.back().push_back(piece);
      continue;
    }
    const std::vector<std::string_view> words = split(piece.text, '/');
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) segments.emplace_back();
      if (!words[i].empty()) segments.back().push_back({std::string(words[i]), true});
    }
  }
  std::vector<Value> values;
  for (std::vector<TextPiece>& pieces : segments) {
    values.push_back(pieces.empty() ? word("")
                                    : text_from_pieces(std::move(pieces),
                                                       UnknownReason::KnownAfterApply, id.origin())
                                          .with_trail(id.trail()));
  }
  return values;
}

bool is_word(const Value& segment, std::string_view text) {
  return segment.is_string() && equal_ignoring_case(segment.as_string(), text);
}

std::size_t last_providers(std::span<const Value> segments) {
  for (std::size_t i = segments.size(); i > 0; --i) {
    if (is_word(segments[i - 1], "providers")) return i - 1;
  }
  return segments.size();
}

// Of a resource whose ID does not say them.
std::vector<Value> unknown_names(const Value& id, std::size_t count) {
  std::vector<Value> names;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text =
        "split(" + id_text(id).str() + ",'/')[-" + std::to_string(2 * (count - i) - 1) + "]";
    names.push_back(Value::unknown(make_unknown(UnknownReason::KnownAfterApply, text)));
  }
  return names;
}

Value scope_of(const MappedPlace& place, const Value& subscription) {
  using Kind = MappedPlace::Kind;
  switch (place.kind) {
    case Kind::ResourceGroup: {
      const std::vector<Value> parts = {word("/subscriptions/"), subscription,
                                        word("/resourceGroups/"), place.at};
      return joined(parts);
    }
    case Kind::Subscription: {
      const std::vector<Value> parts = {word("/subscriptions/"), subscription};
      return joined(parts);
    }
    case Kind::ManagementGroup: {
      if (starts_with_ignoring_case(id_text(place.at).str(), kManagementGroups)) return place.at;
      const std::vector<Value> parts = {word(kManagementGroups), place.at};
      return joined(parts);
    }
    case Kind::Tenant:
      return word("/");
    case Kind::Parent:
    case Kind::Scope:
      break;
  }
  return place.at;
}

// `scope/providers/type/name/childType/childName`; groups and subscriptions have their own form.
Value id_at(const Value& scope, std::string_view type, std::span<const Value> names) {
  std::vector<Value> parts;
  if (!is_word(scope, "/")) parts.push_back(scope);
  const std::vector<std::string_view> words = split(type, '/');
  if (equal_ignoring_case(type, kGroups) || equal_ignoring_case(type, kSubscriptions)) {
    parts.push_back(word("/" + std::string(words.back())));
  } else {
    parts.push_back(word("/providers/" + std::string(words.front())));
    if (words.size() > 1) parts.push_back(word("/" + std::string(words[1])));
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 < words.size()) parts.push_back(word("/" + std::string(words[i + 1])));
    parts.push_back(word("/"));
    parts.push_back(names[i]);
  }
  return joined(parts);
}

}  // namespace

ArmIdentity identity_from_id(const Value& id, std::string_view type) {
  const std::vector<Value> segments = segments_of(id);
  const std::span<const Value> all(segments);
  std::size_t scope_end = last_providers(all);
  std::vector<Value> names;
  if (scope_end < all.size()) {
    for (std::size_t i = scope_end + 3; i < all.size(); i += 2) names.push_back(all[i]);
  } else if (all.size() > 2 && is_word(all.front(), "")) {
    // of a group or a subscription
    names.push_back(all.back());
    scope_end = all.size() - 2;
  }
  const std::size_t count = name_count(type);
  if (names.size() != count) names = unknown_names(id, count);
  ArmIdentity identity;
  identity.id = id;
  identity.full_name = names.size() == 1 ? names.front() : with_slashes(names);
  if (scope_end < all.size()) {
    identity.scope = with_slashes(all.first(scope_end));
    if (is_word(identity.scope, "")) identity.scope = word("/");
    if (count > 1) identity.parent = with_slashes(all.first(all.size() - 2));
  }
  return identity;
}

ArmIdentity arm_identity(const MappedResource& resource, const Value& subscription) {
  const MappedPlace& place = resource.place;
  if (place.kind == MappedPlace::Kind::Parent) {
    const std::vector<Value> parts = {
        place.at, word("/" + std::string(last_type_segment(resource.type)) + "/"), resource.name};
    ArmIdentity identity = identity_from_id(joined(parts), resource.type);
    identity.parent = place.at;
    return identity;
  }
  ArmIdentity identity;
  identity.scope = scope_of(place, subscription);
  std::vector<Value> names = place.parents;
  names.push_back(resource.name);
  identity.id = id_at(identity.scope, resource.type, names);
  identity.full_name = names.size() == 1 ? resource.name : with_slashes(names);
  if (names.size() > 1) {
    const std::span<const Value> outer(names.data(), names.size() - 1);
    identity.parent = id_at(identity.scope, parent_type(resource.type), outer);
  }
  return identity;
}

}  // namespace exr
