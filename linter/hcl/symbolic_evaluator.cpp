#include "hcl/symbolic_evaluator.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_operators.h"

namespace exr {

namespace {

// For one question.
constexpr std::uint64_t kMostSteps = 250'000;
// For all questions about one plan.
constexpr std::uint64_t kMostStepsInAll = 20'000'000;
// Expressions in expressions, through names as well.
constexpr std::uint32_t kDeepest = 300;

SymbolicValue number_literal(const std::string& digits) {
  const char* end = digits.data() + digits.size();
  std::int64_t whole = 0;
  if (std::from_chars(digits.data(), end, whole).ptr == end) return SymbolicValue::integer(whole);
  double number = 0;
  if (std::from_chars(digits.data(), end, number).ptr != end) return {};
  return SymbolicValue::scalar(Value::number(number));
}

}  // namespace

// One expression in another.
class SymbolicEvaluator::Level {
 public:
  explicit Level(std::uint32_t& depth) : depth_(depth) { ++depth_; }
  ~Level() { --depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  std::uint32_t& depth_;
};

SymbolicEvaluator::SymbolicEvaluator(TerraformSources& sources, const PlannedFacts& facts)
    : sources_(sources), instances_(facts.instances) {
  for (const auto& [name, value] : facts.variables)
    variables_.insert_or_assign(name, SymbolicValue::from(value));
}

bool SymbolicEvaluator::may_go_on(std::size_t steps) {
  steps_ += steps;
  if (steps_ <= kMostSteps && steps_ + all_steps_ <= kMostStepsInAll && depth_ < kDeepest)
    return true;
  ++given_up_;
  return false;
}

SymbolicValue SymbolicEvaluator::evaluate(HclExpressionId id, const SymbolicScope& scope) {
  if (!may_go_on()) return {};
  const Level level(depth_);
  return evaluated(expressions().at(id), scope);
}

SymbolicValue SymbolicEvaluator::evaluated(const HclExpression& expression,
                                           const SymbolicScope& scope) {
  switch (expression.kind) {
    case HclExpressionKind::Unreadable:
      return {};
    case HclExpressionKind::Null:
      return SymbolicValue::null();
    case HclExpressionKind::Boolean:
      return SymbolicValue::truth(expression.text == "true");
    case HclExpressionKind::Number:
      return number_literal(expression.text);
    case HclExpressionKind::Text:
      return SymbolicValue::text(expression.text);
    case HclExpressionKind::Template:
      return text_of(expression, scope);
    case HclExpressionKind::Tuple:
      return tuple(expression, scope);
    case HclExpressionKind::Object:
      return object(expression, scope);
    case HclExpressionKind::ForTuple:
    case HclExpressionKind::ForObject:
      return for_each_alternative(part(expression, 0, scope), [&](const SymbolicValue& iterable) {
        return loop(expression, iterable, scope);
      });
    case HclExpressionKind::Variable:
    case HclExpressionKind::Member:
      return named_member(expression, scope);
    case HclExpressionKind::Index:
      return member(part(expression, 0, scope), settled(part(expression, 1, scope)));
    case HclExpressionKind::Splat:
      return splat(expression, scope);
    case HclExpressionKind::Call:
      return call(expression, scope);
    case HclExpressionKind::Conditional:
      return conditional(expression, scope);
    case HclExpressionKind::Binary:
      return binary(expression, scope);
    case HclExpressionKind::Unary:
      return for_each_alternative(
          settled(part(expression, 0, scope)),
          [&](const SymbolicValue& operand) { return apply_unary(expression.text, operand); });
  }
  return {};
}

SymbolicValue SymbolicEvaluator::text_of(const HclExpression& expression,
                                         const SymbolicScope& scope) {
  SymbolicValue text = SymbolicValue::text("");
  for (std::size_t i = 0; i < expression.parts.size(); ++i) {
    const SymbolicValue piece = settled(part(expression, i, scope));
    text = for_each_alternative(text, [&](const SymbolicValue& before) {
      return for_each_alternative(
          piece, [&](const SymbolicValue& after) { return joined_text(before, after); });
    });
  }
  return text;
}

SymbolicValue SymbolicEvaluator::tuple(const HclExpression& expression,
                                       const SymbolicScope& scope) {
  SymbolicValue::Members members;
  for (std::size_t i = 0; i < expression.parts.size(); ++i) {
    SymbolicValue value = part(expression, i, scope);
    if (value.is(SymbolicKind::Error)) return value;
    members.add(std::move(value));
  }
  return SymbolicValue::tuple(std::move(members));
}

SymbolicValue SymbolicEvaluator::object(const HclExpression& expression,
                                        const SymbolicScope& scope) {
  SymbolicValue::Members members;
  for (std::size_t i = 0; i + 1 < expression.parts.size(); i += 2) {
    const SymbolicValue key = settled(part(expression, i, scope));
    SymbolicValue value = part(expression, i + 1, scope);
    if (value.is(SymbolicKind::Error)) return value;
    const std::vector<SymbolicValue> keys = key.alternatives();
    for (const SymbolicValue& one : keys) {
      if (const auto text = one.find_text()) {
        members.add(*text, value, keys.size() > 1);
      } else {
        members.add_rest(value);
      }
    }
  }
  return SymbolicValue::object(std::move(members));
}

SymbolicValue SymbolicEvaluator::conditional(const HclExpression& expression,
                                             const SymbolicScope& scope) {
  const SymbolicValue condition = settled(part(expression, 0, scope));
  if (condition.is(SymbolicKind::Error) || condition.is_null()) return SymbolicValue::error();
  if (const auto truth = condition.find_truth()) return part(expression, *truth ? 1 : 2, scope);
  return SymbolicValue::choice({part(expression, 1, scope), part(expression, 2, scope)});
}

// A side that decides alone hides an error in the other one: Terraform 1.12 and later do so, and
// earlier ones would not have made a plan.
SymbolicValue SymbolicEvaluator::binary(const HclExpression& expression,
                                        const SymbolicScope& scope) {
  const SymbolicValue left = settled(part(expression, 0, scope));
  if (expression.text == "&&" && left.find_truth() == false) return left;
  if (expression.text == "||" && left.find_truth() == true) return left;
  const SymbolicValue right = settled(part(expression, 1, scope));
  return for_each_alternative(left, [&](const SymbolicValue& a) {
    return for_each_alternative(
        right, [&](const SymbolicValue& b) { return apply_binary(expression.text, a, b); });
  });
}

SymbolicValue SymbolicEvaluator::member(const SymbolicValue& object, const SymbolicValue& key) {
  return for_each_alternative(object, [&](const SymbolicValue& one) {
    return for_each_alternative(key, [&](const SymbolicValue& name) -> SymbolicValue {
      if (name.is(SymbolicKind::Error)) return name;
      if (!one.is(SymbolicKind::Module)) return member_of(one, name);
      return name.is_text() ? output(name.as_scalar().as_string(), module_at(one.as_module()))
                            : SymbolicValue();
    });
  });
}

SymbolicValue SymbolicEvaluator::member(const SymbolicValue& object, const SourceStep& step) {
  if (const auto* name = std::get_if<std::string>(&step))
    return member(object, SymbolicValue::text(*name));
  const std::int64_t index = *std::get_if<std::int64_t>(&step);
  return member(object, index == kAnyIndex ? SymbolicValue() : SymbolicValue::integer(index));
}

}  // namespace exr
