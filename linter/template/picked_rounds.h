#pragma once

#include "template/expansion.h"

namespace exr {

/// The round of a loop of unknown length that an expression reads by an index: what stands for all
/// rounds, with the item and the index of that one. It is no further resource of the graph. Gives
/// `all` itself for the loop's own index, and for what is no round of such a loop.
ResourceHandle picked_round(Expansion& expansion, ResourceHandle all, const Value& index, Span use);

}  // namespace exr
