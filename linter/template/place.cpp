#include "template/place.h"

#include <string>
#include <utility>
#include <vector>

#include "support/text.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::string_view kManagementGroups = "Microsoft.Management/managementGroups";
// Azure's ID of a tenant as `tenant().id` gives it; what is in a tenant begins with `/` alone.
constexpr std::string_view kTenants = "/tenants/";

Value word(std::string_view text) { return Value::string(std::string(text)); }

Value known_or(const std::string& known, std::string_view placeholder) {
  return word(known.empty() ? placeholder : std::string_view(known));
}

Value unknown_at_run_time(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::RuntimeFunction, std::move(text)));
}

bool is_word(const std::vector<Value>& segments, std::size_t index, std::string_view word) {
  return index < segments.size() && segments[index].is_string() &&
         equal_ignoring_case(segments[index].as_string(), word);
}

Value subscription_id_text(const Place& place) {
  return TextBuilder().add("/subscriptions/").add(place.subscription_id).text();
}

Value group_id_text(const Place& place) {
  return TextBuilder()
      .add(subscription_id_text(place))
      .add("/resourceGroups/")
      .add(place.resource_group)
      .text();
}

// Of a place that is not known nothing is what it was.
void forget_names(Place& place, const Value& id) {
  const auto part = [&](std::string_view name) {
    return Value::unknown(
               make_unknown(id.as_unknown().reason, plain_text(id) + "." + std::string(name)))
        .with_trail(id.trail());
  };
  place.management_group = part("managementGroup");
  place.subscription_id = part("subscriptionId");
  place.resource_group = part("resourceGroup");
}

Value unknown_tags(const Place& place) {
  return unknown_at_run_time("resourceGroup('" + plain_text(group_id_text(place)) + "').tags");
}

// What is known only of the place itself, not of another one of the same level.
void settle_location(Place& place, const Place& from) {
  const bool same = place.level == from.level &&
                    equal_ignoring_case(plain_text(scope_id(place)), plain_text(scope_id(from)));
  if (same) return;
  place.tags = unknown_tags(place);
  place.location =
      place.level == TargetScope::ResourceGroup
          ? unknown_at_run_time("resourceGroup('" + plain_text(scope_id(place)) + "').location")
          : unknown_at_run_time("deployment().location");
}

}  // namespace

Place root_place(const DeploymentPlace& known, TargetScope level) {
  Place place;
  place.level = level;
  place.tenant_id = known_or(known.tenant_id, "{tenantId}");
  place.management_group = known_or(known.management_group, "{managementGroup}");
  place.subscription_id = known_or(known.subscription_id, "{subscriptionId}");
  place.resource_group = known_or(known.resource_group, "{resourceGroup}");
  if (!known.location.empty())
    place.location = word(known.location);
  else
    place.location = unknown_at_run_time(
        level == TargetScope::ResourceGroup ? "resourceGroup().location" : "deployment().location");
  place.tags = known.tags.is_null() ? unknown_tags(place) : known.tags;
  return place;
}

Value scope_id(const Place& place) {
  switch (place.level) {
    case TargetScope::ResourceGroup:
      return group_id_text(place);
    case TargetScope::Subscription:
      return subscription_id_text(place);
    case TargetScope::ManagementGroup:
      return TextBuilder()
          .add("/providers/")
          .add(kManagementGroups)
          .add("/")
          .add(place.management_group)
          .text();
    case TargetScope::Tenant:
      break;
  }
  return word("/");
}

Place place_at(const Value& id, const Place& from) {
  Place place = from;
  const std::vector<Value> segments = slash_segments(id);
  if (is_word(segments, 1, "subscriptions") && segments.size() > 2) {
    place.level = TargetScope::Subscription;
    place.subscription_id = segments[2];
    if (is_word(segments, 3, "resourceGroups") && segments.size() > 4) {
      place.level = TargetScope::ResourceGroup;
      place.resource_group = segments[4];
    }
  } else if (is_word(segments, 2, "Microsoft.Management") &&
             is_word(segments, 3, "managementGroups") && segments.size() > 4) {
    place.level = TargetScope::ManagementGroup;
    place.management_group = segments[4];
  } else if (is_word(segments, 1, "tenants") || (id.is_string() && id.as_string() == "/")) {
    place.level = TargetScope::Tenant;
  } else if (id.is_unknown()) {
    forget_names(place, id);
  }
  settle_location(place, from);
  return place;
}

Value group_object(const Place& place) {
  Object object;
  object.set("id", group_id_text(place));
  object.set("name", place.resource_group);
  object.set("type", word("Microsoft.Resources/resourceGroups"));
  object.set("location", place.location);
  object.set("tags", place.tags);
  Object properties;
  properties.set("provisioningState", word("Succeeded"));
  object.set("properties", Value::object(std::move(properties)));
  object.set("managedBy", unknown_at_run_time("resourceGroup('" + plain_text(group_id_text(place)) +
                                              "').managedBy"));
  return Value::object(std::move(object));
}

Value subscription_object(const Place& place) {
  Object object;
  object.set("id", subscription_id_text(place));
  object.set("subscriptionId", place.subscription_id);
  object.set("tenantId", place.tenant_id);
  object.set(
      "displayName",
      unknown_at_run_time("subscription('" + plain_text(place.subscription_id) + "').displayName"));
  return Value::object(std::move(object));
}

Value management_group_object(const Place& place) {
  Place group = place;
  group.level = TargetScope::ManagementGroup;
  const std::string text = "managementGroup('" + plain_text(place.management_group) + "')";
  Object object;
  object.set("id", scope_id(group));
  object.set("name", place.management_group);
  object.set("type", word("Microsoft.Management/managementGroups"));
  object.set("properties", unknown_at_run_time(text + ".properties"));
  return Value::object(std::move(object));
}

Value tenant_object(const Place& place) {
  Object object;
  object.set("id", TextBuilder().add(kTenants).add(place.tenant_id).text());
  object.set("type", word("Microsoft.Resources/tenants"));
  object.set("tenantId", place.tenant_id);
  object.set("countryCode", unknown_at_run_time("tenant().countryCode"));
  object.set("displayName", unknown_at_run_time("tenant().displayName"));
  return Value::object(std::move(object));
}

}  // namespace exr
