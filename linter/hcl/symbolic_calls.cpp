#include <cstddef>
#include <utility>
#include <vector>

#include "hcl/symbolic_evaluator.h"
#include "hcl/symbolic_functions.h"

namespace exr {

namespace {

using Members = SymbolicValue::Members;

// The arguments with `...` behind the last one, which was taken off them.
Members expanded(Members arguments, const SymbolicValue& last) {
  if (!last.is(SymbolicKind::Tuple)) {
    arguments.add_rest({});
    return arguments;
  }
  for (const SymbolicValue::Member& member : last.members().list)
    arguments.add(*member.value, member.maybe);
  if (last.members().rest != nullptr) arguments.add_rest(*last.members().rest);
  return arguments;
}

// What it takes to look at all members of a value, in steps.
std::size_t size_of(const SymbolicValue& value) {
  const bool has_members = value.is(SymbolicKind::Object) || value.is(SymbolicKind::Tuple) ||
                           value.is(SymbolicKind::Choice);
  constexpr std::size_t kMembersOfAStep = 8;
  return has_members ? value.members().list.size() / kMembersOfAStep : 0;
}

}  // namespace

SymbolicValue SymbolicEvaluator::call(const HclExpression& expression, const SymbolicScope& scope) {
  if (expression.text == "try") return first_that_works(expression, scope);
  if (expression.text == "can" && expression.parts.size() == 1) {
    const SymbolicValue value = part(expression, 0, scope);
    if (value.is(SymbolicKind::Unknown) || value.is(SymbolicKind::Choice)) return {};
    return SymbolicValue::truth(!value.is(SymbolicKind::Error));
  }
  const SymbolicFunction* function = find_symbolic_function(expression.text);
  if (function == nullptr) return {};
  std::vector<SymbolicValue> values;
  for (std::size_t i = 0; i < expression.parts.size(); ++i) {
    SymbolicValue value = part(expression, i, scope);
    values.push_back(function->is_about_scalars ? settled_parts(value) : std::move(value));
    if (!may_go_on(size_of(values.back()))) return {};
  }
  SymbolicValue last;
  if (expression.expands && !values.empty()) {
    last = values.back();
    values.pop_back();
  }
  Members arguments;
  for (SymbolicValue& value : values) arguments.add(std::move(value));
  if (!expression.expands) return apply_function(*function, arguments);
  return for_each_alternative(last, [&](const SymbolicValue& list) {
    if (list.is(SymbolicKind::Error)) return list;
    return apply_function(*function, expanded(arguments, list));
  });
}

// `try(a, b)`: b as well where a may fail.
SymbolicValue SymbolicEvaluator::first_that_works(const HclExpression& expression,
                                                  const SymbolicScope& scope) {
  std::vector<SymbolicValue> possible;
  for (std::size_t i = 0; i < expression.parts.size(); ++i) {
    bool may_fail = false;
    for (const SymbolicValue& one : part(expression, i, scope).alternatives()) {
      may_fail = may_fail || one.is(SymbolicKind::Error) || one.is(SymbolicKind::Unknown);
      if (!one.is(SymbolicKind::Error)) possible.push_back(one);
    }
    if (!may_fail) return SymbolicValue::choice(possible);
  }
  possible.push_back(SymbolicValue::error());
  return SymbolicValue::choice(possible);
}

// The same for each member of a list.
SymbolicValue SymbolicEvaluator::settled_parts(const SymbolicValue& value) {
  return for_each_alternative(value, [&](const SymbolicValue& one) {
    if (!one.is(SymbolicKind::Tuple)) return settled(one);
    Members members = one.members();
    for (SymbolicValue::Member& member : members.list) {
      if (!may_go_on()) return SymbolicValue();
      member.value = std::make_shared<const SymbolicValue>(settled(*member.value));
    }
    return SymbolicValue::tuple(std::move(members));
  });
}

}  // namespace exr
