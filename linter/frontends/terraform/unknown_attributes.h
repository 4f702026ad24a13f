#pragma once

#include <optional>
#include <vector>

#include "frontends/terraform/attribute_words.h"
#include "frontends/terraform/plan_instances.h"
#include "frontends/terraform/plan_reference.h"
#include "frontends/terraform/reference_targets.h"
#include "frontends/terraform/target_choice.h"
#include "frontends/terraform/written_expressions.h"
#include "frontends/terraform/written_targets.h"
#include "value/value.h"

namespace exr {

class MappedPlan;

/// Replaces what is only known after apply by what it will be, where it can be nothing else than
/// the ID, the name or the same attribute of another resource of the plan. The sources are asked
/// first, then the configuration in the plan.
class UnknownAttributes {
 public:
  /// The plan owns it.
  UnknownAttributes(MappedPlan& plan, WrittenTargets& sources) : plan_(plan), sources_(sources) {}

  /// The attributes of an instance, with what is known of the unknown ones. `written` are the
  /// expressions of its block.
  Value resolved(InstanceId instance, const Value& attributes, const Value& written);
  /// What one unknown attribute will be; empty if that cannot be told.
  std::optional<Value> resolved_one(const AttributePlace& place, const Value& unknown,
                                    const WrittenExpression& written);

 private:
  std::optional<Value> changed(AttributePlace& place, const Value& value,
                               const WrittenExpression& written);
  std::optional<Value> changed_object(AttributePlace& place, const Value& value,
                                      const WrittenExpression& written);
  std::optional<Value> changed_array(AttributePlace& place, const Value& value,
                                     const WrittenExpression& written);
  std::optional<Value> from_sources(const AttributePlace& place, const AttributeMeaning& meaning,
                                    const Value& unknown);
  std::optional<Value> made_of(AttributePlace& place, const SourceValue& source,
                               const Value& unknown);
  Value made_of_members(AttributePlace& place, const SourceValue& source, const Value& unknown);
  std::optional<Value> one_of_members(AttributePlace& place, const SourceValue& choice,
                                      const Value& unknown);
  Value value_of(const ReferenceTarget& target, const Value& unknown);
  Value one_of(const std::vector<ReferenceTarget>& targets, const Value& unknown);
  Value list_of(const std::vector<ReferenceTarget>& targets, bool are_certain,
                const Value& unknown);

  MappedPlan& plan_;
  WrittenTargets& sources_;
};

}  // namespace exr
