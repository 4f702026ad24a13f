#include "hcl/source_targets.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "hcl/source_value.h"
#include "hcl/symbolic_evaluator.h"

namespace exr {

namespace {

// How often an argument of a resource leads to another resource.
constexpr int kMostHops = 16;
// Of one question.
constexpr std::size_t kMostTargets = 1000;

// Collects the references in a value.
class Leaves {
 public:
  explicit Leaves(SymbolicEvaluator& evaluator, int hops = 0)
      : evaluator_(evaluator), hops_(hops) {}

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
    const bool is_complete = is_complete_ && built_.empty();
    return {.targets = std::move(targets_),
            .built = std::move(built_),
            .is_complete = is_complete,
            .is_complete_with_built = is_complete_};
  }

 private:
  void add_reference(const SymbolicReference& reference) {
    if (!reference.suffix.empty()) {
      add_once(built_, built_text(reference));
    } else if (!follow(reference)) {
      add_once(targets_, built_text(reference).target);
    }
  }

  // An argument that is written as references is them.
  bool follow(const SymbolicReference& reference) {
    const SymbolicValue value = evaluator_.written(reference);
    if (hops_ == kMostHops || value.is(SymbolicKind::Unknown)) return false;
    Leaves behind(evaluator_, hops_ + 1);
    behind.add(value);
    if (!behind.is_complete_ || behind.targets_.empty() || !behind.built_.empty()) return false;
    for (SourceTarget& target : behind.targets_) add_once(targets_, std::move(target));
    return true;
  }

  template <typename Found>
  void add_once(std::vector<Found>& list, Found found) {
    if (std::find(list.begin(), list.end(), found) != list.end()) return;
    is_complete_ = is_complete_ && list.size() < kMostTargets;
    if (is_complete_) list.push_back(std::move(found));
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
  int hops_;
  std::vector<SourceTarget> targets_;
  std::vector<BuiltText> built_;
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

SourceValue SourceTargetFinder::value(const SourceInstance& instance, const SourcePath& path,
                                      const Value* planned) {
  state_->evaluator.begin();
  const auto value = state_->evaluator.value_at(instance, path, planned, JsonTexts::Opened);
  return value ? source_value(*value) : SourceValue();
}

SourceTargets SourceTargetFinder::find_output(const std::string& name) {
  state_->evaluator.begin();
  Leaves leaves(state_->evaluator);
  leaves.add(state_->evaluator.output(name, state_->evaluator.module_at({})));
  return std::move(leaves).finished();
}

SourceTargets SourceTargetFinder::find(const SourceInstance& instance, const SourcePath& path,
                                       const Value* planned) {
  state_->evaluator.begin();
  const auto value = state_->evaluator.value_at(instance, path, planned);
  // what nobody wrote refers to nothing
  if (!value) return {.is_complete = true, .is_complete_with_built = true};
  Leaves leaves(state_->evaluator);
  leaves.add(*value);
  return std::move(leaves).finished();
}

}  // namespace exr
