#pragma once

#include <string_view>
#include <vector>

#include "template/expansion.h"

namespace exr {

/// The rounds of a loop around a resource or module: one for each member of what it runs over, and
/// one that stands for all others where there may be more than are known. `place` is where Problems
/// with the loop are.
std::vector<Iteration> loop_rounds(Expansion& expansion, const LoopHeader& loop, const Site& site,
                                   Span place);
/// What the symbol of a loop gives: an array of its rounds.
Value rounds_symbol(const std::vector<ResourceHandle>& handles,
                    const std::vector<Iteration>& rounds, std::string_view address);

/// Whether a condition holds: True, False, or Unknown; null where there is no condition.
Value condition_value(Expansion& expansion, NodeId condition, const Site& site);
/// What a condition says: True where there is none.
Truth condition_truth(const Value& condition);
/// Both conditions as one; null where neither is written.
Value joined_conditions(const Value& outer, const Value& inner);

}  // namespace exr
