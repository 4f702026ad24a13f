#pragma once

#include <optional>

#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/reference_targets.h"
#include "frontends/terraform/target_choice.h"
#include "value/value.h"

namespace exr {

class MappedPlan;

/// Replaces what is only known after apply by what it will be, where it can be nothing else than
/// the ID, the name or the same attribute of another resource of the plan.
class UnknownAttributes {
 public:
  /// The plan owns it.
  explicit UnknownAttributes(MappedPlan& plan) : plan_(plan) {}

  /// The attributes of an instance, with what is known of the unknown ones. `written` are the
  /// expressions of its block.
  Value resolved(InstanceId instance, const Value& attributes, const Value& written);
  /// What one unknown attribute will be; empty if that cannot be told. `expression` is what the
  /// configuration has for it.
  std::optional<Value> resolved_one(InstanceId instance, const PlanPath& path, const Value& unknown,
                                    const Value& expression);

 private:
  struct Place;

  std::optional<Value> changed(Place& place, const Value& value, const Value* written);
  std::optional<Value> changed_object(Place& place, const Value& value, const Value* written);
  std::optional<Value> changed_array(Place& place, const Value& value, const Value* written);
  Value one_of(const TargetChoice& choice, const Value& unknown);
  std::optional<Value> list_of(const ReferenceTargets& found, const TargetChoice& choice,
                               const Value& unknown);

  MappedPlan& plan_;
};

}  // namespace exr
