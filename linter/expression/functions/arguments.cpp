#include "expression/functions/arguments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "expression/candidates.h"
#include "expression/operators.h"
#include "value/print.h"

namespace exr {

namespace {

// Whether every scalar in the value passes, and all arrays and objects in it are wholly known.
bool all_parts(const Value& value, bool (*passes)(const Value& part)) {
  if (value.is_array()) {
    const Array& array = value.as_array();
    return array.is_exact() &&
           std::all_of(array.members.begin(), array.members.end(),
                       [&](const Value& member) { return all_parts(member, passes); });
  }
  if (value.is_object()) {
    const auto& properties = value.as_object().properties();
    return !value.as_object().is_open() &&
           std::all_of(properties.begin(), properties.end(), [&](const Object::Property& property) {
             return all_parts(property.value, passes);
           });
  }
  return passes(value);
}

}  // namespace

std::string_view kind_phrase(const Value& value) {
  switch (value.kind()) {
    case ValueKind::Null:
      return "null";
    case ValueKind::Bool:
      return "a boolean";
    case ValueKind::Int:
      return "an integer";
    case ValueKind::Double:
      return "a number";
    case ValueKind::String:
      return "a string";
    case ValueKind::Array:
      return "an array";
    case ValueKind::Object:
      return "an object";
    case ValueKind::Unknown:
      return "an unknown value";
    case ValueKind::Resource:
      return "a resource";
  }
  return "a value";
}

std::string not_taken(const FunctionCall& call, std::string_view wanted, std::size_t index) {
  std::string message = "`" + std::string(call.name()) + "` takes " + std::string(wanted);
  message += " as argument " + std::to_string(index + 1);
  if (index < call.size()) message += ", not " + std::string(kind_phrase(call[index]));
  return message;
}

Value refused(const FunctionCall& call, std::string_view wanted, std::size_t index) {
  return call.fail(not_taken(call, wanted, index), index);
}

Value as_collection(const Value& value, const Dialect& dialect) {
  if (value.is_null() && dialect.is_rules()) return Value::array({}, value.origin());
  if (!value.is_unknown()) return value;
  return Value::array(Array::unknown_members(canonical_text(value)), value.origin())
      .with_trail(value.trail());
}

bool is_complete(const Value& value) {
  return all_parts(value, [](const Value& part) { return !part.is_unknown(); });
}

bool is_decided(const Value& value) {
  return all_parts(value, [](const Value& part) {
    return !part.is_unknown() && !(part.is_string() && has_placeholder(part.as_string()));
  });
}

bool has_candidates(std::span<const Value> values) {
  return std::any_of(values.begin(), values.end(), [](const Value& value) {
    return value.is_unknown() && !value.as_unknown().candidates.empty();
  });
}

bool is_wholly_unknown(const Value& value) {
  return value.is_unknown() && value.as_unknown().pieces.empty();
}

UnknownReason reason_among(std::span<const Value> values) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [](const Value& value) { return value.is_unknown(); });
  return found == values.end() ? UnknownReason::Undecided : found->as_unknown().reason;
}

std::size_t sure_places(const Array& array) {
  if (array.open) return 0;
  std::size_t sure = 0;
  while (sure < array.size() && array.is_certain(sure)) ++sure;
  return sure + 1;
}

Value unknown_index(std::string text) {
  Unknown unknown = make_unknown(UnknownReason::Undecided, std::move(text));
  unknown.bounds.low = 0;
  return Value::unknown(std::move(unknown));
}

Value number_value(double number) {
  constexpr double kLargestWhole = 9007199254740992.0;
  if (std::abs(number) <= kLargestWhole && std::trunc(number) == number) {
    return Value::integer(static_cast<std::int64_t>(number));
  }
  return Value::number(number);
}

Value number_between(const FunctionCall& call, NumberRange range) {
  if (range.high && *range.high == range.low) return number_value(range.low);
  Unknown unknown = make_unknown(reason_among(call.arguments()), call.text());
  unknown.bounds = {range.low, range.high};
  return Value::unknown(std::move(unknown));
}

Value truth_result(const FunctionCall& call, Truth truth) {
  if (truth != Truth::Unknown) return Value::boolean(truth == Truth::True);
  return call.unknown(reason_among(call.arguments()));
}

Value over_cases(const FunctionCall& call, Value (*function)(const FunctionCall& call)) {
  const UndecidedBranch undecided(call.evaluator().evaluation());
  return over_candidates(call.arguments(), call.text(), [&](std::span<const Value> arguments) {
    return function(call.with(call.name(), arguments));
  });
}

std::optional<Value> over_parts(const FunctionCall& call,
                                Value (*function)(const FunctionCall& call)) {
  const Array& parts = call[0].as_array();
  if (!parts.is_exact() || !has_candidates(parts.members)) return std::nullopt;
  const UndecidedBranch undecided(call.evaluator().evaluation());
  const Value result =
      over_candidates(parts.members, call.text(), [&](std::span<const Value> members) {
        Array chosen;
        for (const Value& member : members) chosen.add(member);
        const std::array<Value, 1> arguments = {Value::array(std::move(chosen))};
        return function(call.with(call.name(), arguments));
      });
  if (is_wholly_unknown(result) && !has_cases(result)) return std::nullopt;
  return folded(result);
}

std::size_t most_members(const FunctionCall& call) {
  const Limits* limits = call.evaluator().evaluation().limits;
  return (limits == nullptr ? Limits{} : *limits).loop_iterations * std::size_t{10};
}

bool fits(const FunctionCall& call, std::size_t size) {
  const Limits* limits = call.evaluator().evaluation().limits;
  return size <= (limits == nullptr ? Limits{} : *limits).string_size;
}

Value too_large(const FunctionCall& call) {
  return call.evaluator().failed(
      ProblemKind::LimitExceeded,
      "the result of `" + std::string(call.name()) + "` is too large (limit `stringSize`)",
      call.span());
}

}  // namespace exr
