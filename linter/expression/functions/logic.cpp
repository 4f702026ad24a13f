// Functions that ARM JSON has in place of Bicep's operators and literals. Those that decide what is
// evaluated (`if`, `and`, `or`, `coalesce`) are lowered to operators and are not here.

#include <array>

#include "expression/functions/arguments.h"
#include "expression/functions/table.h"
#include "expression/operators.h"

namespace exr {

namespace {

using enum Treatment;

template <BinaryOperator kOperation>
Value binary(const FunctionCall& call) {
  Result<Value> result = apply_operator(kOperation, call[0], call[1], call.dialect());
  return result ? std::move(result).value() : call.fail(result.failure().message);
}

Value opposite_of(const FunctionCall& call) {
  Result<Value> result = apply_operator(UnaryOperator::Not, call[0], call.dialect());
  return result ? std::move(result).value() : call.fail(result.failure().message);
}

Value true_value(const FunctionCall&) { return Value::boolean(true); }
Value false_value(const FunctionCall&) { return Value::boolean(false); }
Value null_value(const FunctionCall&) { return {}; }

Value any(const FunctionCall& call) { return call[0]; }

Value fail(const FunctionCall& call) {
  if (call[0].is_unknown()) return call.fail("`fail` is called");
  return call.fail(call[0].is_string() ? "`fail` is called: " + call[0].as_string()
                                       : "`fail` is called");
}

Value create_array(const FunctionCall& call) {
  Array array;
  for (const Value& value : call.arguments()) array.add(value);
  return Value::array(std::move(array));
}

Value create_object(const FunctionCall& call) {
  if (call.size() % 2 != 0) return call.fail("`createObject` takes pairs of a name and a value");
  Object object;
  for (std::size_t i = 0; i < call.size(); i += 2) {
    if (call[i].is_string()) {
      object.set(call[i].as_string(), call[i + 1], call[i].origin());
    } else if (call[i].is_unknown()) {
      object.set_open(call.text());
    } else {
      return refused(call, "a string", i);
    }
  }
  return Value::object(std::move(object));
}

Value from_end(const FunctionCall& call, std::uint8_t flags) {
  return call.evaluator().element(call[0], call[1], flags, call.span());
}

Value index_from_end(const FunctionCall& call) { return from_end(call, kFromEnd); }

Value try_index_from_end(const FunctionCall& call) {
  return from_end(call, static_cast<std::uint8_t>(kSafe | kFromEnd));
}

constexpr Availability kTemplates = Availability::Templates;

constexpr std::array kFunctions = {
    FunctionEntry{"any", 1, 1, Raw, Availability::Both, any},
    FunctionEntry{"fail", 1, 1, Raw, kTemplates, fail},
    FunctionEntry{"true", 0, 0, Raw, kTemplates, true_value},
    FunctionEntry{"false", 0, 0, Raw, kTemplates, false_value},
    FunctionEntry{"null", 0, 0, Raw, kTemplates, null_value},
    FunctionEntry{"not", 1, 1, Raw, kTemplates, opposite_of},
    FunctionEntry{"equals", 2, 2, Raw, kTemplates, binary<BinaryOperator::Equal>},
    FunctionEntry{"less", 2, 2, Raw, kTemplates, binary<BinaryOperator::Less>},
    FunctionEntry{"lessOrEquals", 2, 2, Raw, kTemplates, binary<BinaryOperator::LessOrEqual>},
    FunctionEntry{"greater", 2, 2, Raw, kTemplates, binary<BinaryOperator::Greater>},
    FunctionEntry{"greaterOrEquals", 2, 2, Raw, kTemplates, binary<BinaryOperator::GreaterOrEqual>},
    FunctionEntry{"add", 2, 2, Raw, kTemplates, binary<BinaryOperator::Add>},
    FunctionEntry{"sub", 2, 2, Raw, kTemplates, binary<BinaryOperator::Subtract>},
    FunctionEntry{"mul", 2, 2, Raw, kTemplates, binary<BinaryOperator::Multiply>},
    FunctionEntry{"div", 2, 2, Raw, kTemplates, binary<BinaryOperator::Divide>},
    FunctionEntry{"mod", 2, 2, Raw, kTemplates, binary<BinaryOperator::Modulo>},
    FunctionEntry{"createArray", 0, kAnyNumber, Raw, kTemplates, create_array},
    FunctionEntry{"createObject", 0, kAnyNumber, Raw, kTemplates, create_object},
    FunctionEntry{"indexFromEnd", 2, 2, Raw, kTemplates, index_from_end},
    FunctionEntry{"tryIndexFromEnd", 2, 2, Raw, kTemplates, try_index_from_end},
};

}  // namespace

std::span<const FunctionEntry> logic_functions() { return kFunctions; }

}  // namespace exr
