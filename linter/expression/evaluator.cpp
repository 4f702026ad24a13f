#include "expression/evaluator.h"

#include <algorithm>
#include <utility>

#include "expression/candidates.h"
#include "expression/local_frames.h"
#include "support/check.h"
#include "value/trail.h"

namespace exr {

namespace {

void remember_choices(Evaluation& evaluation, const Unknown& unknown) {
  for (const Candidate& candidate : unknown.candidates) {
    for (const Choice& choice : candidate.choices) {
      std::uint32_t& options = evaluation.read_choices[choice.source];
      options = std::max(options, choice.option + 1);
    }
  }
}

bool is_chosen(const Evaluation& evaluation, const Candidate& candidate) {
  return std::all_of(candidate.choices.begin(), candidate.choices.end(), [&](const Choice& choice) {
    const auto found = evaluation.chosen.find(choice.source);
    return found == evaluation.chosen.end() || found->second == choice.option;
  });
}

// A candidate in place of the Unknown: where that stands, and no less secret.
Value in_place_of(const Value& unknown, const Value& candidate) {
  Value value = unknown.origin().valid() ? candidate.placed(unknown.origin()) : candidate;
  const bool loses_secret = is_secure(unknown.trail()) && !is_secure(value.trail());
  return value.trail() == nullptr || loses_secret ? value.with_trail(unknown.trail()) : value;
}

// Names of one tree are often the very same text.
bool is_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a.data() == b.data() || a.empty() || (a.front() == b.front() && a == b);
}

Value chosen_candidate(const Evaluation& evaluation, const Value& value) {
  const Unknown& unknown = value.as_unknown();
  std::vector<Candidate> left;
  for (const Candidate& candidate : unknown.candidates) {
    if (is_chosen(evaluation, candidate)) left.push_back(candidate);
  }
  if (left.empty() || left.size() == unknown.candidates.size()) return value;
  return in_place_of(value, one_of(std::move(left), unknown.reason, unknown.text));
}

}  // namespace

Value Evaluator::failed(ProblemKind kind, std::string message, Span use, std::string text) {
  const bool is_limit = kind == ProblemKind::LimitExceeded;
  if (dialect_.is_rules() && !is_limit) return {};
  const bool is_certain = evaluation_.undecided == 0 || is_limit;
  if (is_certain && (!use.valid() || evaluation_.told.emplace(use, kind).second))
    host_.report({kind, std::move(message), use, {}});
  if (text.empty()) {
    text = "invalid(" + std::to_string(static_cast<std::uint32_t>(use.file)) + ":" +
           std::to_string(use.begin) + "-" + std::to_string(use.end) + ")";
  }
  return written_at(Value::unknown(make_unknown(UnknownReason::Invalid, std::move(text))), use);
}

Value Evaluator::evaluate(NodeId id, const Local* locals) {
  Chain chain = Chain::Strict;
  return evaluate_chain(id, locals, chain);
}

Value Evaluator::evaluate_chain(NodeId id, const Local* locals, Chain& chain) {
  const Level level(evaluation_);
  if (!may_go_on(id)) return Value::unknown(make_unknown(UnknownReason::Invalid, "limit"));
  Value value = evaluate_node(id, locals, chain);
  charge_for(value, tree_.node(id).kind);
  return value;
}

Value Evaluator::evaluate_node(NodeId id, const Local* locals, Chain& chain) {
  const Node& node = tree_.node(id);
  const Span place = tree_.span(id);
  switch (node.kind) {
    case NodeKind::Member:
      return evaluate_member(id, locals, chain);
    case NodeKind::Index:
      return evaluate_index(id, locals, chain);
    case NodeKind::Nested:
      return evaluate_nested(id, locals, chain);
    case NodeKind::MethodCall:
      return evaluate_method(id, locals, chain);
    case NodeKind::Null:
      return written_at(Value(), place);
    case NodeKind::Boolean:
      return written_at(Value::boolean(node.operation != 0), place);
    case NodeKind::Integer:
      return written_at(Value::integer(tree_.integer(node)), place);
    case NodeKind::String:
      return written_at(Value::string(tree_.shared_text(node.payload)), place);
    case NodeKind::Interpolation:
      return evaluate_interpolation(id, locals);
    case NodeKind::Array:
      return evaluate_array(id, locals);
    case NodeKind::Object:
      return evaluate_object(id, locals);
    case NodeKind::Name:
      return evaluate_name(id, locals);
    case NodeKind::Call:
      return evaluate_call(id, locals);
    case NodeKind::Unary:
      return evaluate_unary(id, locals);
    case NodeKind::Binary:
      return evaluate_binary(id, locals);
    case NodeKind::Conditional:
      return evaluate_conditional(id, locals);
    case NodeKind::Loop:
      return evaluate_loop(id, locals);
    case NodeKind::Group:
      return evaluate(tree_.child(node, 0), locals);
    default:
      // a lambda that is no argument, or what could not be parsed
      return written_at(Value::unknown(make_unknown(
                            UnknownReason::UnsupportedSyntax,
                            "syntax(" + std::to_string(static_cast<std::uint32_t>(place.file)) +
                                ":" + std::to_string(place.begin) + ")")),
                        place);
  }
}

Value Evaluator::evaluate_name(NodeId id, const Local* locals) {
  const std::string_view name = tree_.text(tree_.node(id).payload);
  const Span use = tree_.span(id);
  for (const Local* local = locals; local != nullptr; local = local->outer) {
    if (is_same(local->name, name)) return read_at(local->value, use);
  }
  // a declaration is evaluated once for all its uses, also for those that are sure to be reached
  const std::uint32_t undecided = std::exchange(evaluation_.undecided, 0);
  std::optional<Value> found = host_.find_name(name, use);
  evaluation_.undecided = undecided;
  if (found) return read_at(*found, use);
  return written_at(Value::unknown(make_unknown(UnknownReason::Invalid, std::string(name))), use);
}

Value Evaluator::apply(NodeId lambda, std::span<const Value> arguments, const Local* locals) {
  EXR_CHECK(is_lambda(lambda));
  const Node& node = tree_.node(lambda);
  const std::uint32_t arity = lambda_arity(lambda);
  LocalFrames frames(arity, locals);
  for (std::uint32_t i = 0; i < arity; ++i) {
    const Node& parameter = tree_.node(tree_.child(node, i));
    frames.bind(tree_.text(parameter.payload), i < arguments.size() ? arguments[i] : Value());
  }
  return evaluate(tree_.child(node, node.child_count - 1), frames.innermost());
}

Value Evaluator::chosen(Value value) {
  if (!is_choosing()) return value;
  if (value.is_array()) {
    const Array& array = value.as_array();
    if (std::none_of(array.members.begin(), array.members.end(), has_cases)) return value;
    Array result = array;
    for (Value& member : result.members) {
      if (has_cases(member)) member = chosen(member);
    }
    return Value::array(std::move(result), value.origin()).with_trail(value.trail());
  }
  if (!has_cases(value)) return value;
  if (evaluation_.watching) remember_choices(evaluation_, value.as_unknown());
  return evaluation_.chosen.empty() ? value : chosen_candidate(evaluation_, value);
}

}  // namespace exr
