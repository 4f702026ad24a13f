#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "support/text.h"
#include "template/deployment_function_names.h"
#include "template/deployment_functions.h"
#include "template/resource_names.h"
#include "template/text_builder.h"
#include "value/print.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

bool returns_secrets(std::string_view name) {
  return equal_ignoring_case(name, "getSecret") || is_list_function(name);
}

// `getSecret(subscription, group, vault, secret, [version])` of a parameter file, as ARM JSON and
// modules write it: with the vault's ID in front.
std::vector<Value> with_vault_id(std::span<const Value> arguments) {
  const Value vault = TextBuilder()
                          .add("/subscriptions/")
                          .add(arguments[0])
                          .add("/resourceGroups/")
                          .add(arguments[1])
                          .add("/providers/Microsoft.KeyVault/vaults/")
                          .add(arguments[2])
                          .text();
  std::vector<Value> result = {vault};
  result.insert(result.end(), arguments.begin() + 3, arguments.end());
  return result;
}

// A resource among the arguments is named by its ID.
std::string argument_text(Expansion& expansion, const Value& argument, Span use) {
  if (!argument.is_resource()) return canonical_text(argument);
  return canonical_text(id_of_value(expansion, argument, use));
}

std::string call_text(Expansion& expansion, const HostCall& call) {
  std::string text = std::string(call.function) + "(";
  bool first = true;
  const auto add = [&](const Value& argument) {
    if (!std::exchange(first, false)) text += ",";
    text += argument_text(expansion, argument, call.span);
  };
  if (call.receiver != nullptr) add(*call.receiver);
  for (const Value& argument : call.arguments) add(argument);
  return text + ")";
}

}  // namespace

std::optional<Value> call_runtime_function(Expansion& expansion, const HostCall& call) {
  if (find_deployment_function(call.function) != DeploymentFunction::AtRunTime) return std::nullopt;
  if (equal_ignoring_case(call.function, "getSecret") && call.arguments.size() > 3) {
    const std::vector<Value> arguments = with_vault_id(call.arguments);
    HostCall by_id = call;
    by_id.arguments = arguments;
    return call_runtime_function(expansion, by_id);
  }
  Trail trail;
  trail.kind = Trail::Kind::Function;
  trail.span = call.span;
  trail.name = call.function;
  trail.secure = returns_secrets(call.function);
  const Value* resource = call.receiver;
  if (resource == nullptr && !call.arguments.empty()) resource = &call.arguments.front();
  if (resource != nullptr && (resource->is_resource() || resource->is_string()))
    trail.resource = plain_text(id_of_value(expansion, *resource, call.span));
  return Value::unknown(make_unknown(UnknownReason::RuntimeFunction, call_text(expansion, call)))
      .with_trail(TrailPointer::make(std::move(trail)));
}

}  // namespace exr
