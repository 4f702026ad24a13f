#pragma once

#include <optional>
#include <string_view>

#include "mapping/mapped_resource.h"
#include "mapping/mapping_input.h"
#include "mapping/mapping_library.h"
#include "value/value.h"

namespace exr {

/// What a block becomes in ARM. `mapping` is that of its type.
MappingResult map_resource(const Mapping& mapping, const MappingInput& input);

/// What an attribute that is only known after apply will be, as far as the mapping can say from the
/// resource's ARM ID (`derive`: `default_route_table_id`). Empty if it does not say.
std::optional<Value> derived_attribute(const Mapping& mapping, const MappingInput& input,
                                       std::string_view attribute, const Value& own_id);

}  // namespace exr
