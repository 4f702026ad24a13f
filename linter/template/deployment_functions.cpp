#include "template/deployment_functions.h"

namespace exr {

std::optional<Value> call_deployment_function(Expansion& expansion, TemplateInstance& instance,
                                              const HostCall& call) {
  if (call.receiver == nullptr) {
    if (auto value = call_scope_function(instance, call)) return value;
    if (auto value = call_id_function(expansion, instance, call)) return value;
  }
  return call_runtime_function(expansion, call);
}

}  // namespace exr
