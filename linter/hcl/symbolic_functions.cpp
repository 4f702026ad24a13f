#include "hcl/symbolic_functions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace exr {

namespace {

using Members = SymbolicValue::Members;

// More combinations of alternatives say nothing.
constexpr std::size_t kMostCombinations = 64;

std::size_t combinations_of(const Members& arguments) {
  std::size_t count = 1;
  for (const SymbolicValue::Member& argument : arguments.list) {
    if (argument.value->is(SymbolicKind::Choice)) count *= argument.value->members().list.size();
    if (count > kMostCombinations) break;
  }
  return count;
}

// Without Choices: those before `at` were taken apart.
SymbolicValue apply_each(const SymbolicFunction& function, Members arguments, std::size_t at) {
  for (; at < arguments.list.size(); ++at) {
    const std::shared_ptr<const SymbolicValue> value = arguments.list[at].value;
    if (value->is(SymbolicKind::Error)) return *value;
    if (!value->is(SymbolicKind::Choice)) continue;
    return for_each_alternative(*value, [&](const SymbolicValue& one) {
      arguments.list[at].value = std::make_shared<const SymbolicValue>(one);
      return apply_each(function, arguments, at);
    });
  }
  return function.apply(arguments);
}

const SymbolicFunction* find_in(std::span<const SymbolicFunction> functions,
                                std::string_view name) {
  const auto found =
      std::find_if(functions.begin(), functions.end(),
                   [&](const SymbolicFunction& function) { return function.name == name; });
  return found == functions.end() ? nullptr : &*found;
}

}  // namespace

const SymbolicFunction* find_symbolic_function(std::string_view name) {
  for (const auto functions : {collection_functions(), list_functions(), text_functions()}) {
    if (const SymbolicFunction* function = find_in(functions, name)) return function;
  }
  return nullptr;
}

SymbolicValue apply_function(const SymbolicFunction& function, const Members& arguments) {
  if (!function.takes_maybe && !arguments.is_exact()) return {};
  if (arguments.list.empty() && function.name != "merge" && function.name != "concat") return {};
  if (combinations_of(arguments) > kMostCombinations) return {};
  return apply_each(function, arguments, 0);
}

}  // namespace exr
