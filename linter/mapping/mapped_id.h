#pragma once

#include <string_view>

#include "mapping/mapped_resource.h"
#include "value/value.h"

namespace exr {

/// The ARM ID of a resource at its place: a String, or a partly known one. Null if its name, the
/// name of a parent or what it stands in is not set.
Value mapped_id(const MappedResource& resource, std::string_view subscription_id);

}  // namespace exr
