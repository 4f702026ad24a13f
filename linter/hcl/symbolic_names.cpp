#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_evaluator.h"
#include "hcl/type_conversion.h"
#include "hcl/written_path.h"

namespace exr {

namespace {

const SymbolicBinding* find_binding(const SymbolicScope& scope, std::string_view name) {
  for (const SymbolicBinding* one = scope.bindings; one != nullptr; one = one->outer) {
    if (one->name == name) return one;
  }
  return nullptr;
}

SymbolicValue key_value(const SourceKey& key) {
  if (const auto* number = std::get_if<std::int64_t>(&key)) return SymbolicValue::integer(*number);
  if (const auto* text = std::get_if<std::string>(&key)) return SymbolicValue::text(*text);
  return {};
}

}  // namespace

SymbolicModule& SymbolicEvaluator::module_at(const std::vector<CallStep>& path) {
  const auto [entry, is_new] = modules_.try_emplace(path_text(path));
  SymbolicModule& module = entry->second;
  if (is_new) {
    std::vector<std::string> calls;
    for (const CallStep& step : path) calls.push_back(step.name);
    module.path = path;
    module.module = sources_.find_module(calls);
  }
  return module;
}

SymbolicValue SymbolicEvaluator::named_member(const HclExpression& expression,
                                              const SymbolicScope& scope) {
  if (expression.kind == HclExpressionKind::Variable) {
    const SymbolicBinding* binding = find_binding(scope, expression.text);
    return binding == nullptr ? SymbolicValue() : binding->value;
  }
  const HclExpression& object = expressions().at(expression.parts[0]);
  if (object.kind == HclExpressionKind::Variable && find_binding(scope, object.text) == nullptr)
    return name(object.text, expression.text, scope);
  if (object.kind == HclExpressionKind::Member) {
    const HclExpression& first = expressions().at(object.parts[0]);
    const bool is_free =
        first.kind == HclExpressionKind::Variable && find_binding(scope, first.text) == nullptr;
    if (is_free && (first.text == "data" || first.text == "resource"))
      return resource({.module = scope.module->path,
                       .is_data = first.text == "data",
                       .type = object.text,
                       .name = expression.text},
                      scope);
  }
  return member(part(expression, 0, scope), SymbolicValue::text(expression.text));
}

SymbolicValue SymbolicEvaluator::name(std::string_view space, const std::string& name,
                                      const SymbolicScope& scope) {
  if (space == "var") return variable(name, *scope.module);
  if (space == "local") return local(name, *scope.module);
  if (space == "module") return called(name, scope);
  if (space == "each") return each(name, scope);
  if (space == "count") return key_value(scope.key);
  if (space == "data" || space == "resource" || space == "path" || space == "terraform" ||
      space == "self")
    return {};
  return resource({.module = scope.module->path, .type = std::string(space), .name = name}, scope);
}

SymbolicValue SymbolicEvaluator::each(const std::string& name, const SymbolicScope& scope) {
  const SymbolicValue key = key_value(scope.key);
  if (name == "key") return key;
  if (scope.repeated == nullptr || name != "value") return {};
  return for_each_alternative(repeated_by(scope), [&](const SymbolicValue& one) {
    const bool is_set = one.is(SymbolicKind::Tuple);
    return is_set ? key : member(one, key);
  });
}

SymbolicValue SymbolicEvaluator::repeated_by(const SymbolicScope& scope) {
  const HclAttribute* attribute = scope.repeated->body.find_attribute("for_each");
  if (attribute == nullptr) return {};
  std::string key = "for_each " + scope.repeated->type;
  for (const std::string& label : scope.repeated->labels) key += " " + label;
  return remembered(*scope.module, key,
                    [&] { return evaluate(attribute->value, {.module = scope.module}); });
}

SymbolicValue SymbolicEvaluator::local(const std::string& name, SymbolicModule& module) {
  const HclAttribute* local = module.module == nullptr ? nullptr : module.module->find_local(name);
  if (local == nullptr) return {};
  return remembered(module, "local." + name,
                    [&] { return evaluate(local->value, {.module = &module}); });
}

SymbolicValue SymbolicEvaluator::variable(const std::string& name, SymbolicModule& module) {
  const HclBlock* block = module.module == nullptr ? nullptr : module.module->find_variable(name);
  if (block == nullptr) return {};
  return remembered(module, "var." + name, [&] {
    const HclAttribute* type = block->body.find_attribute("type");
    SymbolicValue value = argument(name, *block, module);
    if (type == nullptr) return value;
    return TypeConversion(*this, {.module = &module}).converted(value, type->value);
  });
}

// What a variable is given, or its default.
SymbolicValue SymbolicEvaluator::argument(const std::string& name, const HclBlock& variable,
                                          SymbolicModule& module) {
  const HclAttribute* written = variable.body.find_attribute("default");
  const auto default_value = [&]() -> SymbolicValue {
    return written == nullptr ? SymbolicValue() : evaluate(written->value, {.module = &module});
  };
  if (module.path.empty()) {
    const auto given = variables_.find(name);
    return given == variables_.end() ? default_value() : given->second;
  }
  const std::vector<CallStep> caller_path(module.path.begin(), std::prev(module.path.end()));
  SymbolicModule& caller = module_at(caller_path);
  const HclBlock* call =
      caller.module == nullptr ? nullptr : caller.module->find_call(module.path.back().name);
  if (call == nullptr) return {};
  const HclAttribute* given = call->body.find_attribute(name);
  if (given == nullptr) return default_value();
  const SymbolicValue value =
      evaluate(given->value, {.module = &caller, .repeated = call, .key = module.path.back().key});
  const HclAttribute* nullable = variable.body.find_attribute("nullable");
  const bool may_be_null = nullable == nullptr || expressions().at(nullable->value).text != "false";
  if (may_be_null) return value;
  return for_each_alternative(
      value, [&](const SymbolicValue& one) { return one.is_null() ? default_value() : one; });
}

SymbolicValue SymbolicEvaluator::output(const std::string& name, SymbolicModule& module) {
  const HclBlock* block = module.module == nullptr ? nullptr : module.module->find_output(name);
  const HclAttribute* value = block == nullptr ? nullptr : block->body.find_attribute("value");
  if (value == nullptr) return {};
  return remembered(module, "output." + name,
                    [&] { return evaluate(value->value, {.module = &module}); });
}

}  // namespace exr
