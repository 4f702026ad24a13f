#include "template/deployment_functions.h"

#include <string>

#include "value/joined_trail.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

std::string call_text(const HostCall& call) {
  std::string text = std::string(call.function) + "(";
  for (std::size_t i = 0; i < call.arguments.size(); ++i)
    text += (i == 0 ? "" : ",") + canonical_text(call.arguments[i]);
  return text + ")";
}

}  // namespace

Value unknown_call(const HostCall& call, UnknownReason reason) {
  return Value::unknown(make_unknown(reason, call_text(call)))
      .with_trail(
          joined_trail(call.arguments.data(), call.arguments.data() + call.arguments.size()));
}

std::optional<Value> call_deployment_function(Expansion& expansion, TemplateInstance& instance,
                                              const HostCall& call) {
  const DeploymentFunction function = find_deployment_function(call.function);
  if (function == DeploymentFunction::None) return std::nullopt;
  if (function == DeploymentFunction::AtRunTime) return call_runtime_function(expansion, call);
  if (call.receiver != nullptr) return std::nullopt;
  if (auto value = call_scope_function(instance, function, call)) return value;
  return call_id_function(expansion, instance, function, call);
}

}  // namespace exr
