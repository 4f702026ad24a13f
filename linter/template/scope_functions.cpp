#include <string>
#include <utility>

#include "expression/functions/table.h"
#include "template/deployment_functions.h"
#include "template/text_builder.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

Value unknown_at_run_time(std::string text) {
  return Value::unknown(make_unknown(UnknownReason::RuntimeFunction, std::move(text)));
}

// The place that named forms name: `resourceGroup('name')`, `resourceGroup(subscription, 'name')`.
Place named_group(const Place& here, const HostCall& call) {
  const Value& group = call.arguments.back();
  TextBuilder id;
  id.add("/subscriptions/");
  id.add(call.arguments.size() > 1 ? call.arguments.front() : here.subscription_id);
  id.add("/resourceGroups/").add(group);
  return place_at(id.text(), here);
}

Value group(const Place& here, const HostCall& call) {
  return group_object(call.arguments.empty() ? here : named_group(here, call));
}

Value subscription(const Place& here, const HostCall& call) {
  if (call.arguments.empty()) return subscription_object(here);
  const Value id = TextBuilder().add("/subscriptions/").add(call.arguments.front()).text();
  return subscription_object(place_at(id, here));
}

Value management_group(const Place& here, const HostCall& call) {
  Place place = here;
  if (!call.arguments.empty()) place.management_group = call.arguments.front();
  return management_group_object(place);
}

Value deployment(const TemplateInstance& instance) {
  Object content;
  content.set("contentVersion", Value::string(instance.lowered->content_version));
  content.set_open("deployment().properties.template");
  Object properties;
  properties.set("template", Value::object(std::move(content)));
  properties.set_open("deployment().properties");
  Object object;
  object.set("name", instance.name);
  object.set("location", instance.place.location);
  object.set("properties", Value::object(std::move(properties)));
  return Value::object(std::move(object));
}

Value deployer(const Place& here) {
  Object object;
  object.set("objectId", unknown_at_run_time("deployer().objectId"));
  object.set("tenantId", here.tenant_id);
  object.set("userPrincipalName", unknown_at_run_time("deployer().userPrincipalName"));
  return Value::object(std::move(object));
}

}  // namespace

std::optional<Value> call_scope_function(TemplateInstance& instance, DeploymentFunction function,
                                         const HostCall& call) {
  const Place& here = instance.place;
  switch (function) {
    case DeploymentFunction::ResourceGroup:
      return group(here, call);
    case DeploymentFunction::Subscription:
      return subscription(here, call);
    case DeploymentFunction::ManagementGroup:
      return management_group(here, call);
    case DeploymentFunction::Tenant:
      return tenant_object(here);
    case DeploymentFunction::Deployment:
      return deployment(instance);
    case DeploymentFunction::Deployer:
      return deployer(here);
    case DeploymentFunction::Environment:
      return public_cloud();
    default:
      return std::nullopt;
  }
}

}  // namespace exr
