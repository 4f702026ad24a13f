// Arrays, objects and strings that are written out, and loops.

#include <algorithm>
#include <array>
#include <utility>

#include "expression/candidates.h"
#include "expression/evaluator.h"
#include "expression/functions/arguments.h"
#include "expression/functions/text_form.h"
#include "expression/history.h"
#include "expression/operators.h"
#include "value/compare.h"
#include "value/joined_text.h"
#include "value/joined_trail.h"
#include "value/print.h"

namespace exr {

namespace {

// Fills a hole in a text. What is not written is an unknown part in rules.
void fill_hole(JoinedText& text, const Value& value, Host& host, const Dialect& dialect) {
  if (value.is_string()) return text.add(std::string_view(value.as_string()));
  if (value.is_resource()) return text.add(host.resource_text(value.as_resource()));
  if (value.is_null() && dialect.is_rules()) return text.add(TextPiece{"null", false});
  text.add(pieces_in_text(value));
}

// A partly known text and the cases of what is not known in it.
Value with_cases_of(const Value& text, const Value& result) {
  if (!result.is_unknown()) return result;
  if (!text.is_unknown() || !has_cases(result)) return text;
  Unknown unknown = text.as_unknown();
  unknown.candidates = result.as_unknown().candidates;
  return Value::unknown(std::move(unknown));
}

bool any_null(std::span<const Value> values) {
  return std::any_of(values.begin(), values.end(),
                     [](const Value& value) { return value.is_null(); });
}

// A key that is not known may be that of any property so far which it can equal.
void unsettle_equals(Object& object, const Value& key, const std::string& text) {
  const std::vector<Object::Property> properties = object.properties();
  for (const Object::Property& property : properties) {
    const Value name = Value::string(property.name);
    if (equals(name, key, TextComparison::IgnoreCase) == Truth::False) continue;
    Unknown unknown = make_unknown(UnknownReason::Undecided, text + "." + property.name);
    object.set(property.name, Value::unknown(std::move(unknown), property.value.origin()),
               property.name_span);
  }
  object.set_open(text);
}

bool has_spread(const ExpressionTree& tree, const Node& node) {
  const std::span<const NodeId> children = tree.children(node);
  return std::any_of(children.begin(), children.end(),
                     [&](NodeId child) { return tree.node(child).kind == NodeKind::Spread; });
}

Value array_of(std::span<const Value> members) {
  Array array;
  for (const Value& member : members) array.add(member);
  return Value::array(std::move(array));
}

}  // namespace

Value Evaluator::evaluate_interpolation(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  std::vector<Value> parts;
  parts.reserve(node.child_count);
  for (const NodeId part : tree_.children(node)) parts.push_back(evaluate(part, locals));
  Value plain = joined_text(parts, use);
  if (has_candidates(parts)) {
    Value result =
        over_candidates(parts, canonical_text(plain),
                        [&](std::span<const Value> values) { return joined_text(values, use); });
    plain = with_cases_of(plain, result);
  }
  TrailPointer trail = joined_trail(parts.data(), parts.data() + parts.size());
  return written_at(plain.with_trail(std::move(trail)), use);
}

Value Evaluator::joined_text(std::span<const Value> parts, Span use) {
  JoinedText text;
  text.reserve(parts);
  for (const Value& part : parts) fill_hole(text, part, host_, dialect_);
  if (text.size() > limits().string_size)
    return failed(ProblemKind::LimitExceeded, "the string is too large (limit `stringSize`)", use);
  charge_for(parts);
  const UnknownReason reason =
      dialect_.is_rules() && any_null(parts) ? UnknownReason::NotWritten : reason_among(parts);
  return text.take(reason);
}

// Whether a value can be spread at all. What cannot was reported.
bool Evaluator::spreads(const Value& value, Span use) {
  const bool takes = value.is_array() || value.is_object() || value.is_unknown() ||
                     (value.is_null() && dialect_.is_rules());
  if (!takes)
    (void)wrong("`...` spreads an array or an object, not " + std::string(kind_phrase(value)), use);
  return takes;
}

Value Evaluator::evaluate_array(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  // as Bicep compiles it: the runs between spreads are arrays of their own
  std::vector<Value> parts;
  Array run;
  const bool spread = has_spread(tree_, node);
  if (!spread) run.members.reserve(node.child_count);
  for (const NodeId child : tree_.children(node)) {
    if (tree_.node(child).kind != NodeKind::Spread) {
      run.add(evaluate(child, locals));
      continue;
    }
    if (run.size() > 0) parts.push_back(Value::array(std::exchange(run, {})));
    const Value value = evaluate(tree_.child(tree_.node(child), 0), locals);
    if (spreads(value, tree_.span(child))) parts.push_back(with_history_in_parts(value));
  }
  if (!spread) return written_at(within_limits(Value::array(std::move(run)), use), use);
  if (run.size() > 0) parts.push_back(Value::array(std::move(run)));
  const Value result = within_limits(joined_parts("flatten", parts, use), use);
  return written_at(is_wholly_unknown(result) ? as_collection(result, dialect_) : result, use);
}

// Puts parts together as Bicep compiles it: with `flatten` or `shallowMerge`.
Value Evaluator::joined_parts(std::string_view function, std::span<const Value> parts, Span use) {
  std::vector<Value> unknown;
  for (const Value& part : parts) {
    if (part.is_unknown()) unknown.push_back(part);
  }
  const TrailPointer trail = joined_trail(unknown.data(), unknown.data() + unknown.size());
  return call_built_in(function, std::array{array_of(parts)}, use).with_trail(trail);
}

Value Evaluator::evaluate_object(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Span use = tree_.span(id);
  std::vector<Value> parts;
  Object run;
  const bool spread = has_spread(tree_, node);
  if (!spread) run.reserve(node.child_count);
  for (const NodeId child : tree_.children(node)) {
    if (tree_.node(child).kind != NodeKind::Spread) {
      add_property(run, child, locals);
      continue;
    }
    if (!run.empty() || run.is_open()) parts.push_back(Value::object(std::exchange(run, {})));
    const Value value = evaluate(tree_.child(tree_.node(child), 0), locals);
    if (spreads(value, tree_.span(child))) parts.push_back(with_history_in_parts(value));
  }
  if (!spread) return written_at(within_limits(Value::object(std::move(run)), use), use);
  if (!run.empty() || run.is_open()) parts.push_back(Value::object(std::move(run)));
  return written_at(within_limits(joined_parts("shallowMerge", parts, use), use), use);
}

void Evaluator::add_property(Object& object, NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const NodeId key_node = tree_.child(node, 0);
  const Value key = evaluate(key_node, locals);
  Value value = evaluate(tree_.child(node, 1), locals);
  const Span place = dialect_.values_move ? tree_.span(key_node) : Span{};
  if (key.is_string()) {
    object.write(key.shared_string(), std::move(value), place);
  } else if (key.is_unknown()) {
    unsettle_equals(object, key, "{" + canonical_text(key) + ":" + canonical_text(value) + "}");
  } else {
    (void)wrong("the name of a property is a string, not " + std::string(kind_phrase(key)), place);
  }
}

Value Evaluator::evaluate_loop(NodeId id, const Local* locals) {
  const Node& node = tree_.node(id);
  const Value iterable = evaluate(tree_.child(node, 0), locals);
  const Span use = tree_.span(id);
  if (!has_cases(iterable))
    return written_at(within_limits(run_loop(id, iterable, locals), use), use);
  const UndecidedBranch undecided(evaluation_);
  const std::string text = "map(" + canonical_text(iterable) + ")";
  const Value result = over_candidates(
      std::span(&iterable, 1), text,
      [&](std::span<const Value> values) { return run_loop(id, values[0], locals); });
  const Value shape = folded(result);
  const Value all =
      shape.is_array() ? shape : run_loop(id, as_collection(iterable, dialect_), locals);
  return written_at(within_limits(all, use), use);
}

Value Evaluator::run_loop(NodeId id, const Value& iterable, const Local* locals) {
  const Span use = tree_.span(id);
  const Value collection = as_collection(iterable, dialect_);
  if (!collection.is_array())
    return failed(ProblemKind::NotIterable,
                  "a loop runs over an array, not " + std::string(kind_phrase(iterable)), use);
  const Array& array = collection.as_array();
  if (array.size() > limits().loop_iterations)
    return failed(
        ProblemKind::LimitExceeded,
        "the loop has " + std::to_string(array.size()) + " iterations (limit `loopIterations`)",
        use);
  const std::string text = array.is_exact() ? "" : canonical_text(iterable);
  const std::size_t sure = sure_places(array);
  Array result;
  for (std::size_t i = 0; i < array.size(); ++i) {
    const Value item = with_history_of(iterable, array.members[i]);
    const Value index = i < sure ? Value::integer(static_cast<std::int64_t>(i))
                                 : unknown_index("index(" + text + "," + std::to_string(i) + ")");
    result.add(loop_body(id, item, index, locals), array.is_certain(i));
  }
  if (array.open) {
    // two loops over one unknown array have different names only through what they make of it
    const UndecidedBranch undecided(evaluation_);
    const Value item = Value::unknown(make_unknown(UnknownReason::Undecided, text + "[*]"));
    const Value index = unknown_index("index(" + text + ")");
    const Value body = loop_body(id, item.with_trail(iterable.trail()), index, locals);
    result.open = true;
    result.open_text = bounded_text("map(" + text + "," + canonical_text(body) + ")");
  }
  const TrailPointer trail_of_rest = result.open ? iterable.trail() : nullptr;
  return Value::array(std::move(result)).with_trail(trail_of_rest);
}

Value Evaluator::loop_body(NodeId id, Value item, Value index, const Local* locals) {
  const Node& node = tree_.node(id);
  const Local item_frame{tree_.text(node.payload), std::move(item), locals};
  if (node.second == kNoText) return evaluate(tree_.child(node, 1), &item_frame);
  const Local index_frame{tree_.text(node.second), std::move(index), &item_frame};
  return evaluate(tree_.child(node, 1), &index_frame);
}

}  // namespace exr
