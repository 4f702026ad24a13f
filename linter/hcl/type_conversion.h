#pragma once

#include "hcl/hcl_document.h"
#include "hcl/symbolic_evaluator.h"
#include "hcl/symbolic_value.h"

namespace exr {

/// Makes of a value what the type of a variable makes of it: attributes of objects that are left
/// out get their `optional(type, default)`, others are dropped.
/// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
class TypeConversion {
 public:
  /// `scope`: where the variable is declared. Both outlive it.
  TypeConversion(SymbolicEvaluator& evaluator, const SymbolicScope& scope)
      : evaluator_(evaluator), scope_(scope) {}

  SymbolicValue converted(const SymbolicValue& value, HclExpressionId type);

 private:
  SymbolicValue converted_one(const SymbolicValue& value, const HclExpression& type);
  SymbolicValue members(const SymbolicValue& value, const HclExpression& type);
  SymbolicValue object(const SymbolicValue& value, const HclExpression& type);
  SymbolicValue attribute(const SymbolicValue& value, HclExpressionId type);

  SymbolicEvaluator& evaluator_;
  const SymbolicScope& scope_;
};

}  // namespace exr
