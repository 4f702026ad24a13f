#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_evaluator.h"

namespace exr {

namespace {

using Members = SymbolicValue::Members;

// Collects what the turns of a loop give.
class LoopResult {
 public:
  explicit LoopResult(const HclExpression& expression)
      : is_object_(expression.kind == HclExpressionKind::ForObject),
        is_grouped_(expression.expands) {}

  void add(const SymbolicValue& key, SymbolicValue value, bool maybe) {
    if (!is_object_) {
      members_.add(std::move(value), maybe);
      return;
    }
    const std::vector<SymbolicValue> keys = key.alternatives();
    for (const SymbolicValue& one : keys) {
      const std::optional<std::string> text = one.find_text();
      if (!text) {
        add_rest(value);
      } else if (is_grouped_) {
        groups_[*text].add(value, maybe || keys.size() > 1);
      } else {
        members_.add(*text, value, maybe || keys.size() > 1);
      }
    }
  }

  void add_rest(SymbolicValue value) {
    if (is_object_ && is_grouped_) {
      Members group;
      group.add_rest(std::move(value));
      value = SymbolicValue::tuple(std::move(group));
    }
    members_.add_rest(std::move(value));
  }

  SymbolicValue finished() {
    for (auto& [key, group] : groups_) {
      const bool maybe = !group.is_exact();
      members_.add(key, SymbolicValue::tuple(std::move(group)), maybe);
    }
    return is_object_ ? SymbolicValue::object(std::move(members_))
                      : SymbolicValue::tuple(std::move(members_));
  }

 private:
  bool is_object_;
  bool is_grouped_;
  Members members_;
  std::map<std::string, Members> groups_;
};

}  // namespace

SymbolicValue SymbolicEvaluator::loop(const HclExpression& expression,
                                      const SymbolicValue& iterable, const SymbolicScope& scope) {
  SymbolicIteration iteration = iterate(iterable);
  if (iteration.is_unknown) return {};
  if (iteration.is_error) return SymbolicValue::error();
  const bool is_object = expression.kind == HclExpressionKind::ForObject;
  const std::size_t value_part = is_object ? 2 : 1;
  const bool has_condition = expression.parts.size() > value_part + 1;
  const std::size_t listed = iteration.turns.size();
  if (iteration.rest) iteration.turns.push_back({{}, std::move(*iteration.rest), true});
  LoopResult result(expression);
  for (std::size_t i = 0; i < iteration.turns.size(); ++i) {
    if (!may_go_on()) return {};
    SymbolicIteration::Turn& turn = iteration.turns[i];
    const SymbolicBinding key{scope.bindings, expression.text, std::move(turn.key)};
    const SymbolicBinding value{&key, expression.other_text, std::move(turn.value)};
    SymbolicScope inner = scope;
    inner.bindings = &value;
    bool maybe = turn.maybe;
    if (has_condition) {
      const SymbolicValue condition = settled(part(expression, value_part + 1, inner));
      if (condition.is(SymbolicKind::Error)) return condition;
      if (condition.find_truth() == false) continue;
      maybe = maybe || condition.find_truth() != true;
    }
    const SymbolicValue name = is_object ? settled(part(expression, 1, inner)) : SymbolicValue();
    SymbolicValue made = part(expression, value_part, inner);
    if (made.is(SymbolicKind::Error) || name.is(SymbolicKind::Error)) return SymbolicValue::error();
    if (i >= listed) {
      result.add_rest(std::move(made));
    } else {
      result.add(name, std::move(made), maybe);
    }
  }
  return result.finished();
}

SymbolicValue SymbolicEvaluator::splat(const HclExpression& expression,
                                       const SymbolicScope& scope) {
  const auto taken = [&](const SymbolicValue& element) {
    const SymbolicBinding binding{scope.bindings, "*", element};
    SymbolicScope inner = scope;
    inner.bindings = &binding;
    return part(expression, 1, inner);
  };
  return for_each_alternative(part(expression, 0, scope), [&](const SymbolicValue& list) {
    if (list.is(SymbolicKind::Unknown) || list.is(SymbolicKind::Error)) return list;
    Members members;
    const bool is_part = list.is(SymbolicKind::Reference) && !list.as_reference().attribute.empty();
    if (list.is(SymbolicKind::Tuple)) {
      for (const SymbolicValue::Member& member : list.members().list) {
        SymbolicValue value = taken(*member.value);
        if (value.is(SymbolicKind::Error)) return value;
        members.add(std::move(value), member.maybe);
      }
      if (list.members().rest != nullptr) members.add_rest(taken(*list.members().rest));
    } else if (is_part) {
      members.add_rest(taken(member_of(list, {})));
    } else if (!list.is_null()) {
      SymbolicValue value = taken(list);
      if (value.is(SymbolicKind::Error)) return value;
      members.add(std::move(value));
    }
    return SymbolicValue::tuple(std::move(members));
  });
}

}  // namespace exr
