#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "findings/problem.h"
#include "source/span.h"
#include "support/limits.h"
#include "value/literal_steps.h"
#include "value/value.h"

namespace exr {

class PatternCache;

/// A name that an expression itself binds: a lambda's parameter, a loop's item. Frames form a chain
/// on the stack.
struct Local {
  std::string_view name;
  Value value;
  const Local* outer = nullptr;
};

/// What all evaluations of one deployment, or one run of the rules, share.
struct Evaluation {
  const Limits* limits = nullptr;
  std::uint64_t steps = 0;
  bool exhausted = false;
  std::uint32_t depth = 0;
  /// What was reported: one Problem of a kind for a place, however often a loop comes there.
  std::set<std::pair<Span, ProblemKind>> told;
  /// Whether the limit of depth was reported.
  bool too_deep = false;
  /// How many branches that may never be taken (a side of `unknown ? a : b`, a candidate) stand
  /// around what is evaluated: what fails there is no Problem.
  std::uint32_t undecided = 0;
  /// The case that is being tried: which option each unknown source takes (rule-language,
  /// "Candidates").
  std::map<std::string, std::uint32_t, std::less<>> chosen;
  /// The unknown sources with candidates that were read, with their number of options. Filled when
  /// `watching`.
  std::map<std::string, std::uint32_t, std::less<>> read_choices;
  bool watching = false;
  /// The regular expressions that were used, made when the first one is needed.
  std::shared_ptr<PatternCache> patterns;
  LiteralSteps literal_steps;
};

/// A branch that may never be taken, for as long as it lives.
class UndecidedBranch {
 public:
  explicit UndecidedBranch(Evaluation& evaluation) : evaluation_(evaluation) {
    ++evaluation_.undecided;
  }
  ~UndecidedBranch() { --evaluation_.undecided; }
  UndecidedBranch(const UndecidedBranch&) = delete;
  UndecidedBranch& operator=(const UndecidedBranch&) = delete;

 private:
  Evaluation& evaluation_;
};

}  // namespace exr
