#include "findings/problem_kinds.h"

#include <cstddef>

namespace exr {

namespace {

constexpr bool listed_in_order() {
  for (std::size_t i = 0; i < kProblemKinds.size(); ++i) {
    if (static_cast<std::size_t>(kProblemKinds[i].kind) != i) return false;
  }
  return true;
}
static_assert(listed_in_order(), "facts_of() finds the facts of a kind by its number");

}  // namespace

const ProblemKindFacts& facts_of(ProblemKind kind) {
  return kProblemKinds.at(static_cast<std::size_t>(kind));
}

}  // namespace exr
