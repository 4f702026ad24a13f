#pragma once

#include <vector>

#include "mapping/mapping_builder.h"
#include "value/value.h"

namespace exr {

/// Reads `in` of a mapping: where its resources stand, `{rg: a, parents: [b]}` or the like, or a
/// list of such.
std::vector<MappingPlacement> read_placements(const Value& in, MappingBuilder& builder);

}  // namespace exr
