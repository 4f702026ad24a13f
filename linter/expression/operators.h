#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "expression/dialect.h"
#include "expression/tree.h"
#include "support/result.h"
#include "value/truth.h"
#include "value/value.h"

namespace exr {

/// The truth of a value used as a condition: booleans, Unknown for an Unknown (or null in rules).
/// Empty for anything else, which is a mistake.
std::optional<Truth> truth_value(const Value& value);

/// Whether a value is null or an Unknown that may be: it is not sure that anyone wrote it, or null
/// is among its candidates.
bool may_be_null(const Value& value, const Dialect& dialect);

/// A strict operator (comparison or arithmetic) over two evaluated operands. Kleene operators and
/// `??` are the evaluator's. Unknown operands give Unknown with a canonical text, decided where
/// candidates or bounds allow. A `Failure` names the types that do not fit.
Result<Value> apply_operator(BinaryOperator operation, const Value& left, const Value& right,
                             const Dialect& dialect);
Result<Value> apply_operator(UnaryOperator operation, const Value& operand, const Dialect& dialect);

/// An Unknown with the candidates that `compute` gives for each combination of the arguments'
/// candidates, if there are any and at most kMostCandidates; otherwise one without. Where all
/// agree, the value itself. `text` is the canonical text of the result. `compute` gets the
/// arguments with the candidates put in.
Value over_candidates(std::span<const Value> arguments, std::string text,
                      const std::function<Value(std::span<const Value>)>& compute);

}  // namespace exr
