#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_evaluator.h"

namespace exr {

namespace {

std::optional<SourceKey> find_key(const SymbolicValue& key) {
  if (key.is_text()) return SourceKey(key.as_scalar().as_string());
  if (const auto index = find_integer(key)) return SourceKey(*index);
  return std::nullopt;
}

bool is_repeated(const HclBlock& block) {
  return block.body.find_attribute("count") != nullptr ||
         block.body.find_attribute("for_each") != nullptr;
}

// The keys that a block's instances have, as far as they are known.
struct InstanceKeys {
  std::vector<std::pair<SourceKey, bool>> certain_or_maybe;
  bool has_others = false;
};

InstanceKeys keys_of(const SymbolicValue& repeated) {
  InstanceKeys keys;
  const auto add = [&](const SymbolicValue& one, bool maybe) {
    const SymbolicIteration iteration = iterate(one);
    keys.has_others = keys.has_others || iteration.is_unknown || iteration.rest.has_value();
    for (const SymbolicIteration::Turn& turn : iteration.turns) {
      const std::optional<SourceKey> key = find_key(turn.key);
      if (key) keys.certain_or_maybe.emplace_back(*key, maybe || turn.maybe);
      keys.has_others = keys.has_others || !key;
    }
  };
  const std::vector<SymbolicValue> alternatives = repeated.alternatives();
  for (const SymbolicValue& one : alternatives) add(one, alternatives.size() > 1);
  return keys;
}

InstanceKeys keys_of(const std::vector<SourceKey>& planned) {
  InstanceKeys keys;
  for (const SourceKey& key : planned) keys.certain_or_maybe.emplace_back(key, false);
  return keys;
}

// All instances of a block that is repeated: a list or an object of them. `instance_at` makes one
// of its key, or any one of none.
template <typename InstanceAt>
SymbolicValue collection(const InstanceKeys& keys, bool is_list, InstanceAt instance_at) {
  SymbolicValue::Members members;
  for (const auto& [key, maybe] : keys.certain_or_maybe) {
    if (const auto* text = std::get_if<std::string>(&key)) {
      members.add(*text, instance_at(std::optional(key)), maybe);
    } else {
      members.add(instance_at(std::optional(key)), maybe);
    }
  }
  if (keys.has_others) members.add_rest(instance_at(std::nullopt));
  return is_list ? SymbolicValue::tuple(std::move(members))
                 : SymbolicValue::object(std::move(members));
}

}  // namespace

SymbolicValue SymbolicEvaluator::resource(SymbolicReference reference, const SymbolicScope& scope) {
  std::string key =
      (reference.is_data ? "data " : "resource ") + reference.type + " " + reference.name;
  return remembered(*scope.module, key, [&] { return instances_of(std::move(reference), scope); });
}

SymbolicValue SymbolicEvaluator::called(const std::string& name, const SymbolicScope& scope) {
  return remembered(*scope.module, "module." + name,
                    [&] { return instances_of_call(name, scope); });
}

SymbolicValue SymbolicEvaluator::instances_of(SymbolicReference reference,
                                              const SymbolicScope& scope) {
  const SourceInstance wanted{.module = reference.module,
                              .is_data = reference.is_data,
                              .type = reference.type,
                              .name = reference.name};
  const HclBlock* block =
      scope.module->module == nullptr
          ? nullptr
          : scope.module->module->find_resource(wanted.is_data, wanted.type, wanted.name);
  if (block == nullptr) return {};
  const auto instance_at = [&](const std::optional<SourceKey>& key) {
    reference.key = key;
    return SymbolicValue::reference(reference);
  };
  if (!is_repeated(*block)) return instance_at(SourceKey());
  const HclAttribute* count = block->body.find_attribute("count");
  if (const std::vector<SourceKey>* planned = instances_.find_keys(wanted))
    return collection(keys_of(*planned), count != nullptr, instance_at);
  // the plan holds every managed instance that there will be
  if (!instances_.empty() && !wanted.is_data) return collection({}, count != nullptr, instance_at);
  return collection(keys_of(counted({.module = scope.module, .repeated = block})), count != nullptr,
                    instance_at);
}

// A list of as many members as `count` says, or what `for_each` says.
SymbolicValue SymbolicEvaluator::counted(const SymbolicScope& scope) {
  const HclAttribute* count = scope.repeated->body.find_attribute("count");
  if (count == nullptr) return repeated_by(scope);
  const SymbolicValue number = settled(evaluate(count->value, {.module = scope.module}));
  return for_each_alternative(number, [&](const SymbolicValue& one) -> SymbolicValue {
    const auto members = find_integer(one);
    if (!members) return {};
    SymbolicValue::Members list;
    for (std::int64_t i = 0; i < *members && may_go_on(); ++i) list.add(SymbolicValue::integer(i));
    return SymbolicValue::tuple(std::move(list));
  });
}

SymbolicValue SymbolicEvaluator::instances_of_call(const std::string& name,
                                                   const SymbolicScope& scope) {
  const HclBlock* call =
      scope.module->module == nullptr ? nullptr : scope.module->module->find_call(name);
  if (call == nullptr) return {};
  const auto instance_at = [&](const std::optional<SourceKey>& key) -> SymbolicValue {
    if (!key) return {};
    std::vector<CallStep> path = scope.module->path;
    path.push_back({.name = name, .key = *key});
    return SymbolicValue::module(std::move(path));
  };
  if (!is_repeated(*call)) return instance_at(SourceKey());
  InstanceKeys keys = keys_of(counted({.module = scope.module, .repeated = call}));
  const std::vector<SourceKey>* planned = instances_.find_call_keys(scope.module->path, name);
  if (keys.has_others && planned != nullptr) {
    keys = keys_of(*planned);
    keys.has_others = true;
  }
  return collection(keys, call->body.find_attribute("count") != nullptr, instance_at);
}

SymbolicValue SymbolicEvaluator::settled(const SymbolicValue& value) {
  return for_each_alternative(value, [&](const SymbolicValue& one) -> SymbolicValue {
    if (!one.is(SymbolicKind::Reference)) return one;
    SymbolicValue literal = written(one.as_reference());
    return literal.is(SymbolicKind::Scalar) ? literal : one;
  });
}

SymbolicValue SymbolicEvaluator::written(const SymbolicReference& reference) {
  if (!reference.key || reference.attribute.empty() || !reference.suffix.empty()) return {};
  const SourceInstance instance{.module = reference.module,
                                .is_data = reference.is_data,
                                .type = reference.type,
                                .name = reference.name,
                                .key = *reference.key};
  return remembered(module_at(reference.module), address_text(instance, reference.attribute), [&] {
    return value_at(instance, reference.attribute).value_or(SymbolicValue());
  });
}

}  // namespace exr
