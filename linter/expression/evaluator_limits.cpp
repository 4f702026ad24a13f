// What keeps an evaluation within bounds of depth, time and memory.

#include <string>
#include <utility>

#include "expression/evaluator.h"
#include "value/containers.h"

namespace exr {

namespace {

// How much of what arguments weigh is looked through in one step.
constexpr std::uint64_t kWeightPerStep = 64;

// All that is made in an evaluation may be kept until its end, so the limit of steps is one of
// memory too: 50 million of them are 256 MiB.
constexpr std::uint64_t kBytesPerStep = 5;

// What containers take in memory for each of their values.
constexpr std::uint64_t kBytesPerMember = sizeof(Value);
constexpr std::uint64_t kBytesPerProperty = 3 * sizeof(Value);

// How many of the largest texts a value may weigh. It can hold one part in many places, so that it
// takes little memory but no end of time.
constexpr std::uint64_t kMostTexts = 8;

std::uint64_t memory_of(const Value& value) {
  switch (value.kind()) {
    case ValueKind::String:
      return value.as_string().size();
    case ValueKind::Array:
      return value.as_array().size() * kBytesPerMember;
    case ValueKind::Object:
      return value.as_object().size() * kBytesPerProperty;
    case ValueKind::Unknown: {
      const Unknown& unknown = value.as_unknown();
      return sizeof(Unknown) / 2 + unknown.text.size() +
             unknown.candidates.size() * sizeof(Candidate);
    }
    default:
      return 0;
  }
}

bool makes_values(NodeKind kind) {
  switch (kind) {
    case NodeKind::Interpolation:
    case NodeKind::Array:
    case NodeKind::Object:
    case NodeKind::Loop:
    case NodeKind::Call:
    case NodeKind::MethodCall:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Evaluator::stop_at(NodeId id) {
  const Span use = tree_.span(id);
  if (evaluation_.depth <= most_levels_) return spend(1, use);
  if (!std::exchange(evaluation_.too_deep, true)) {
    host_.report({ProblemKind::LimitExceeded,
                  "expressions are evaluated more than " + std::to_string(most_levels_) +
                      " levels deep (limit `nesting`)",
                  use,
                  {}});
  }
  return false;
}

bool Evaluator::spend(std::uint64_t steps, Span use) {
  if (evaluation_.exhausted) return false;
  evaluation_.steps += steps;
  if (evaluation_.steps <= limits().evaluation_steps) return true;
  evaluation_.exhausted = true;
  host_.report({ProblemKind::LimitExceeded,
                "the evaluation takes more than " + std::to_string(limits().evaluation_steps) +
                    " steps (limit `evaluationSteps`); the rest stays unknown",
                use,
                {}});
  return false;
}

void Evaluator::charge_for(std::span<const Value> arguments) {
  for (const Value& argument : arguments) evaluation_.steps += argument.weight() / kWeightPerStep;
}

void Evaluator::charge_for(const Value& made, NodeKind by) {
  // the same value with another place costs nothing
  if (makes_values(by) || made.is_unknown()) evaluation_.steps += memory_of(made) / kBytesPerStep;
}

Value Evaluator::within_limits(Value value, Span use) {
  if (value.levels() > most_levels_)
    return failed(
        ProblemKind::LimitExceeded,
        "a value is nested more than " + std::to_string(most_levels_) + " deep (limit `nesting`)",
        use);
  if (value.weight() > limits().string_size * kMostTexts)
    return failed(ProblemKind::LimitExceeded, "a value is too large (limit `stringSize`)", use);
  return value;
}

}  // namespace exr
