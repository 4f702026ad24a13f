#include "hcl/type_conversion.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "hcl/symbolic_access.h"

namespace exr {

SymbolicValue TypeConversion::converted(const SymbolicValue& value, HclExpressionId type) {
  if (!evaluator_.may_go_on()) return {};
  const HclExpression& constraint = evaluator_.expressions().at(type);
  return for_each_alternative(
      value, [&](const SymbolicValue& one) { return converted_one(one, constraint); });
}

SymbolicValue TypeConversion::converted_one(const SymbolicValue& value, const HclExpression& type) {
  if (value.is_null()) return value;
  if (type.kind == HclExpressionKind::Variable && type.text == "string") {
    const std::optional<std::string> text = value.find_text();
    return text ? SymbolicValue::text(*text) : value;
  }
  if (type.kind == HclExpressionKind::Variable && type.text == "bool") {
    const std::optional<bool> truth = value.find_truth();
    return truth ? SymbolicValue::truth(*truth) : value;
  }
  if (type.kind != HclExpressionKind::Call || type.parts.empty()) return value;
  if (type.text == "object") return object(value, type);
  return members(value, type);
}

// `list(x)`, `set(x)`, `map(x)`.
SymbolicValue TypeConversion::members(const SymbolicValue& value, const HclExpression& type) {
  const bool is_list = value.is(SymbolicKind::Tuple);
  if ((!is_list && !value.is(SymbolicKind::Object)) || type.text == "tuple") return value;
  SymbolicValue::Members members;
  for (const SymbolicValue::Member& member : value.members().list)
    members.add(member.key, converted(*member.value, type.parts[0]), member.maybe);
  if (value.members().rest != nullptr)
    members.add_rest(converted(*value.members().rest, type.parts[0]));
  if (!is_list) return SymbolicValue::object(std::move(members));
  return type.text == "set" ? SymbolicValue::set(std::move(members))
                            : SymbolicValue::tuple(std::move(members));
}

SymbolicValue TypeConversion::object(const SymbolicValue& value, const HclExpression& type) {
  const HclExpression& attributes = evaluator_.expressions().at(type.parts[0]);
  if (!value.is(SymbolicKind::Object) || attributes.kind != HclExpressionKind::Object) return value;
  SymbolicValue::Members members;
  for (std::size_t i = 0; i + 1 < attributes.parts.size(); i += 2) {
    const std::string& name = evaluator_.expressions().at(attributes.parts[i]).text;
    members.add(name,
                attribute(member_of(value, SymbolicValue::text(name)), attributes.parts[i + 1]));
  }
  return SymbolicValue::object(std::move(members));
}

// `given` is an error where the attribute is left out.
SymbolicValue TypeConversion::attribute(const SymbolicValue& given, HclExpressionId type) {
  const HclExpression& constraint = evaluator_.expressions().at(type);
  const bool is_optional = constraint.kind == HclExpressionKind::Call &&
                           constraint.text == "optional" && !constraint.parts.empty();
  if (!is_optional) return given.is(SymbolicKind::Error) ? given : converted(given, type);
  return for_each_alternative(given, [&](const SymbolicValue& one) -> SymbolicValue {
    const bool is_left_out = one.is(SymbolicKind::Error) || one.is_null();
    if (!is_left_out) return converted(one, constraint.parts[0]);
    if (constraint.parts.size() < 2) return SymbolicValue::null();
    return converted(evaluator_.evaluate(constraint.parts[1], scope_), constraint.parts[0]);
  });
}

}  // namespace exr
