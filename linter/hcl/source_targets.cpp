#include "hcl/source_targets.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "hcl/symbolic_evaluator.h"

namespace exr {

namespace {

// Collects the references in a value.
class Leaves {
 public:
  explicit Leaves(SymbolicEvaluator& evaluator) : evaluator_(evaluator) {}

  void add(const SymbolicValue& value) {
    if (!evaluator_.may_go_on()) {
      is_complete_ = false;
      return;
    }
    switch (value.kind()) {
      case SymbolicKind::Reference:
        add_reference(value.as_reference());
        break;
      case SymbolicKind::Object:
      case SymbolicKind::Tuple:
        add_members(value.members());
        break;
      case SymbolicKind::Choice:
        add_choice(value);
        break;
      case SymbolicKind::Scalar:
        break;
      default:
        is_complete_ = false;
    }
  }

  SourceTargets finished() && {
    return {.targets = std::move(targets_), .is_complete = is_complete_};
  }

 private:
  void add_reference(const SymbolicReference& reference) {
    SourceTarget target{.module = reference.module,
                        .is_data = reference.is_data,
                        .type = reference.type,
                        .name = reference.name,
                        .key = reference.key,
                        .attribute = reference.attribute};
    if (std::find(targets_.begin(), targets_.end(), target) == targets_.end())
      targets_.push_back(std::move(target));
  }

  void add_members(const SymbolicValue::Members& members) {
    for (const SymbolicValue::Member& member : members.list) add(*member.value);
    if (members.rest != nullptr) add(*members.rest);
  }

  // There is a plan, so nothing that would have been an error is the case.
  void add_choice(const SymbolicValue& value) {
    for (const SymbolicValue& one : value.alternatives()) {
      if (!one.is(SymbolicKind::Error)) add(one);
    }
  }

  SymbolicEvaluator& evaluator_;
  std::vector<SourceTarget> targets_;
  bool is_complete_ = true;
};

}  // namespace

class SourceTargetFinder::State {
 public:
  State(TerraformSources& sources, const PlannedFacts& facts) : evaluator(sources, facts) {}
  SymbolicEvaluator evaluator;
};

SourceTargetFinder::SourceTargetFinder(TerraformSources& sources, const PlannedFacts& facts)
    : state_(std::make_unique<State>(sources, facts)) {}
SourceTargetFinder::~SourceTargetFinder() = default;

SourceTargets SourceTargetFinder::find(const SourceInstance& instance, const SourcePath& path) {
  state_->evaluator.begin();
  const auto value = state_->evaluator.value_at(instance, path);
  // what nobody wrote refers to nothing
  if (!value) return {.is_complete = true};
  Leaves leaves(state_->evaluator);
  leaves.add(*value);
  return std::move(leaves).finished();
}

}  // namespace exr
