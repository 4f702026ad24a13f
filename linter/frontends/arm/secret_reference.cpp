#include "frontends/arm/secret_reference.h"

#include <vector>

#include "frontends/arm/value_lowering.h"

namespace exr {

NodeId lower_secret_reference(const Value& reference, ArmExpressionSite& site) {
  const Object* object = reference.is_object() ? &reference.as_object() : nullptr;
  const Object* vault = object == nullptr ? nullptr : find_object(*object, "keyVault");
  if (vault == nullptr) return site.tree.add_error(reference.origin());
  std::vector<NodeId> parts;
  for (const Value* part :
       {vault->find("id"), object->find("secretName"), object->find("secretVersion")}) {
    if (part != nullptr) parts.push_back(lower_arm_value(*part, site));
  }
  return site.tree.add_call("getSecret", parts, reference.origin());
}

}  // namespace exr
