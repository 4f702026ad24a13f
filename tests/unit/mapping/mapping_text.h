#pragma once

#include <string>

#include "mapping/mapped_resource.h"

namespace exr {

/// What a mapping made, as JSON over several lines.
std::string text_of(const MappingResult& result);

}  // namespace exr
