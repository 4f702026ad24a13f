#pragma once

#include <optional>

#include "template/expansion.h"

namespace exr {

/// The round of a loop that an expression reads by an index, where the loop's length or the index
/// is not known: a further round with the item and the index of that one, which is no further
/// resource of the graph. For the own index of a loop of unknown length it is what stands for all
/// rounds. `rounds` is what the loop's symbol gives; empty for any other array.
std::optional<ResourceHandle> find_picked_round(Expansion& expansion, const Value& rounds,
                                                const Value& index, Span use);

}  // namespace exr
