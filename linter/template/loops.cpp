#include "template/loops.h"

#include <array>
#include <string>
#include <utility>

#include "expression/candidates.h"
#include "expression/functions/arguments.h"
#include "expression/operators.h"
#include "value/containers.h"
#include "value/joined_trail.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

Value unknown_number(std::string text) {
  Unknown unknown = make_unknown(UnknownReason::Undecided, std::move(text));
  unknown.bounds.low = 0;
  return Value::unknown(std::move(unknown));
}

// The round that stands for those that are not known. Item and index have the names that a loop in
// an expression gives them.
Iteration every_round(const Value& iterable) {
  const std::string text = canonical_text(iterable);
  Iteration round;
  round.is_looped = true;
  round.item = Value::unknown(make_unknown(UnknownReason::Undecided, text + "[*]"))
                   .with_trail(iterable.trail());
  round.index = unknown_number("index(" + text + ")");
  round.certain = Truth::Unknown;
  round.stands_for_many = true;
  round.suffix = "[*]";
  return round;
}

Value index_of_round(bool all_before_certain, const std::string& text, std::size_t index) {
  if (all_before_certain) return Value::integer(static_cast<std::int64_t>(index));
  return unknown_number("index(" + text + "," + std::to_string(index) + ")");
}

std::vector<Iteration> rounds_over(const Array& array, const Value& iterable) {
  std::vector<Iteration> rounds;
  rounds.reserve(array.size() + 1);
  const std::string text = array.is_exact() ? std::string() : canonical_text(iterable);
  bool all_before_certain = true;
  for (std::size_t i = 0; i < array.size(); ++i) {
    Iteration round;
    round.is_looped = true;
    round.item = array.members[i];
    if (round.item.trail() == nullptr && is_secure(iterable.trail()))
      round.item = round.item.with_trail(iterable.trail());
    round.index = index_of_round(all_before_certain, text, i);
    all_before_certain = all_before_certain && array.is_certain(i);
    round.certain = array.is_certain(i) ? Truth::True : Truth::Unknown;
    round.suffix = "[" + std::to_string(i) + "]";
    rounds.push_back(std::move(round));
  }
  if (array.open) rounds.push_back(every_round(iterable));
  return rounds;
}

}  // namespace

std::vector<Iteration> loop_rounds(Expansion& expansion, const LoopHeader& loop, const Site& site,
                                   Span place) {
  const Value iterable = expansion.evaluate(loop.iterable, site, "loop");
  const Value collection = as_collection(folded(iterable), kTemplateDialect);
  if (!collection.is_array()) {
    const Span span = iterable.origin().valid() ? iterable.origin() : place;
    expansion.report(ProblemKind::NotIterable,
                     "a loop runs over an array, not " + std::string(kind_phrase(iterable)), span);
    return {every_round(Value::unknown(make_unknown(UnknownReason::Invalid, "invalid loop")))};
  }
  const Array& array = collection.as_array();
  if (array.size() > expansion.limits().loop_iterations) {
    expansion.report(ProblemKind::LimitExceeded,
                     "the loop has " + std::to_string(array.size()) +
                         " iterations (limit `loopIterations`); one stands for all of them",
                     place);
    return {every_round(iterable)};
  }
  return rounds_over(array, iterable);
}

Value rounds_symbol(const std::vector<ResourceHandle>& handles,
                    const std::vector<Iteration>& rounds, std::string_view address) {
  Array array;
  for (std::size_t i = 0; i < handles.size(); ++i) {
    array.add(Value::resource(handles[i]), rounds[i].certain == Truth::True);
    array.open = array.open || rounds[i].stands_for_many;
  }
  if (array.open) array.open_text = address;
  return Value::array(std::move(array));
}

Value condition_value(Expansion& expansion, NodeId condition, const Site& site) {
  if (condition == NodeId::kNone) return {};
  const Value value = expansion.evaluate(condition, site);
  if (!value.is_null() && truth_value(value)) return value;
  const Span span = site.instance.lowered->tree.span(condition);
  expansion.report(ProblemKind::EvaluationError,
                   "a condition is true or false, not " + std::string(kind_phrase(value)), span);
  return Value::unknown(make_unknown(UnknownReason::Invalid, "invalid condition"), span);
}

Truth condition_truth(const Value& condition) {
  return condition.is_null() ? Truth::True : truth_value(condition).value_or(Truth::Unknown);
}

Value joined_conditions(const Value& outer, const Value& inner) {
  if (outer.is_null()) return inner;
  if (inner.is_null()) return outer;
  const Truth outer_truth = condition_truth(outer);
  const Truth inner_truth = condition_truth(inner);
  if (inner_truth == Truth::False || outer_truth == Truth::True) return inner;
  if (outer_truth == Truth::False || inner_truth == Truth::True) return outer;
  if (canonical_text(outer) == canonical_text(inner)) return inner;
  const std::array<Value, 2> sides = {outer, inner};
  return Value::unknown(
             make_unknown(UnknownReason::Undecided,
                          "and(" + canonical_text(outer) + "," + canonical_text(inner) + ")"),
             inner.origin())
      .with_trail(joined_trail(sides.data(), sides.data() + sides.size()));
}

}  // namespace exr
