#pragma once

#include "expression/tree.h"
#include "support/result.h"
#include "value/unknown.h"
#include "value/value.h"

namespace exr {

/// `+ - * / %` of two numbers: integers of 64 bits where both are, else what is nearest. A Failure
/// where the result does not fit, or for a division by zero.
Result<Value> calculate(BinaryOperator operation, const Value& left, const Value& right);

/// The limits of the result where one of two numbers is an Unknown that may have bounds.
Bounds bounds_of(BinaryOperator operation, const Value& left, const Value& right);

}  // namespace exr
