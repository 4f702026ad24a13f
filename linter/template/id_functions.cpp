// `resourceId` and its kin (learn.microsoft.com, "Resource functions for Bicep").

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "azure/resource_type.h"
#include "template/deployment_functions.h"
#include "template/resource_names.h"
#include "template/text_builder.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

using Arguments = std::span<const Value>;

// The place of the type among the arguments: the first with a slash. Before it stand the names of a
// scope.
std::size_t find_type(Arguments arguments) {
  const auto found = std::find_if(arguments.begin(), arguments.end(), [](const Value& argument) {
    return argument.is_string() && argument.as_string().find('/') != std::string::npos;
  });
  return static_cast<std::size_t>(found - arguments.begin());
}

// Names may hold slashes themselves; together they are as many as the type has segments.
std::vector<Value> flat_names(Arguments names) {
  std::vector<Value> flat;
  for (const Value& name : names) {
    for (Value& segment : slash_segments(name)) flat.push_back(std::move(segment));
  }
  return flat;
}

Value id_in(Expansion& expansion, const HostCall& call, const Value& scope, std::size_t type_at) {
  if (type_at >= call.arguments.size()) return unknown_call(call, UnknownReason::Undecided);
  const std::string& type = call.arguments[type_at].as_string();
  std::vector<Value> names = flat_names(call.arguments.subspan(type_at + 1));
  const std::size_t wanted = name_count(type);
  const bool all_known =
      std::all_of(names.begin(), names.end(), [](const Value& name) { return name.is_string(); });
  if (names.size() != wanted && all_known) {
    expansion.report(ProblemKind::EvaluationError,
                     "`" + std::string(call.function) + "` gets " + std::to_string(names.size()) +
                         (names.size() == 1 ? " name" : " names") + " for `" + type +
                         "`, which needs " + std::to_string(wanted),
                     call.span);
    return unknown_call(call, UnknownReason::Invalid);
  }
  if (names.size() != wanted) return unknown_call(call, UnknownReason::Undecided);
  return id_at(scope, type, names);
}

// `resourceId([subscription], [group], type, names...)`.
Value resource_id(Expansion& expansion, const TemplateInstance& instance, const HostCall& call) {
  const std::size_t type_at = find_type(call.arguments);
  Place place = instance.place;
  if (type_at > 0 && type_at < call.arguments.size()) {
    place.level = TargetScope::ResourceGroup;
    place.resource_group = call.arguments[type_at - 1];
    if (type_at > 1) place.subscription_id = call.arguments[type_at - 2];
    // above resource groups the only name before the type is a subscription's
    if (type_at == 1 && instance.place.level == TargetScope::Subscription) {
      place = instance.place;
      place.subscription_id = call.arguments[0];
    }
  } else if (place.level == TargetScope::ManagementGroup) {
    place.level = TargetScope::Tenant;
  }
  return id_in(expansion, call, scope_id(place), type_at);
}

Value subscription_resource_id(Expansion& expansion, const TemplateInstance& instance,
                               const HostCall& call) {
  const std::size_t type_at = find_type(call.arguments);
  Place place = instance.place;
  place.level = TargetScope::Subscription;
  if (type_at > 0 && type_at < call.arguments.size()) place.subscription_id = call.arguments[0];
  return id_in(expansion, call, scope_id(place), type_at);
}

Value management_group_resource_id(Expansion& expansion, const TemplateInstance& instance,
                                   const HostCall& call) {
  const std::size_t type_at = find_type(call.arguments);
  Place place = instance.place;
  place.level = TargetScope::ManagementGroup;
  if (type_at > 0 && type_at < call.arguments.size()) place.management_group = call.arguments[0];
  return id_in(expansion, call, scope_id(place), type_at);
}

// `extensionResourceId(scope, type, names...)`: the scope is an ID and has slashes itself.
Value extension_resource_id(Expansion& expansion, const HostCall& call) {
  if (call.arguments.size() < 2 || !call.arguments[1].is_string())
    return unknown_call(call, UnknownReason::Undecided);
  return id_in(expansion, call, call.arguments[0], 1);
}

// Where the names are unknown, the compiler writes the type in two parts: `resourceId(subscription,
// group, 'Microsoft.KeyVault', 'vaults', name)`. Empty if it is whole.
std::vector<Value> with_whole_type(Arguments arguments) {
  if (find_type(arguments) < arguments.size()) return {};
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    const bool is_provider =
        arguments[i].is_string() && arguments[i].as_string().find('.') != std::string::npos;
    if (!is_provider || !arguments[i + 1].is_string()) continue;
    std::vector<Value> result(arguments.begin(), arguments.end());
    result[i] = Value::string(arguments[i].as_string() + "/" + arguments[i + 1].as_string());
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(i + 1));
    return result;
  }
  return {};
}

std::optional<Value> call_on_whole_type(Expansion& expansion, TemplateInstance& instance,
                                        DeploymentFunction function, const HostCall& call) {
  switch (function) {
    case DeploymentFunction::ResourceId:
      return resource_id(expansion, instance, call);
    case DeploymentFunction::SubscriptionResourceId:
      return subscription_resource_id(expansion, instance, call);
    case DeploymentFunction::ManagementGroupResourceId:
      return management_group_resource_id(expansion, instance, call);
    case DeploymentFunction::TenantResourceId:
      return id_in(expansion, call, Value::string("/"), find_type(call.arguments));
    case DeploymentFunction::ExtensionResourceId:
      return extension_resource_id(expansion, call);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Value> call_id_function(Expansion& expansion, TemplateInstance& instance,
                                      DeploymentFunction function, const HostCall& call) {
  const std::vector<Value> arguments = with_whole_type(call.arguments);
  if (arguments.empty()) return call_on_whole_type(expansion, instance, function, call);
  HostCall whole = call;
  whole.arguments = arguments;
  return call_on_whole_type(expansion, instance, function, whole);
}

}  // namespace exr
