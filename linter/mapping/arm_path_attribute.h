#pragma once

#include <string>
#include <string_view>

#include "mapping/mapping_input.h"
#include "mapping/mapping_library.h"

namespace exr {

/// The attribute of Terraform that a property of the mapped resource comes from, whether it is set
/// or not: of `properties.ipConfigurations[1].properties.subnet.id` it is
/// `ip_configuration[1].subnet_id`. Of renamed attributes it is the newer name, of a text made of
/// several they are all, with commas: `sku.tier, sku.family`. Of an object it is the block that it
/// comes from, or up to three attributes. Empty if the mapping knows none.
std::string arm_path_attribute(const Mapping& mapping, std::string_view arm_path);
/// The same for one resource: of renamed attributes and of alternatives it is the one that is set,
/// and lists of several parts are counted as they are.
std::string arm_path_attribute(const Mapping& mapping, const MappingInput& input,
                               std::string_view arm_path);

}  // namespace exr
