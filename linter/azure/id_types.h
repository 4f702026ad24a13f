#pragma once

#include <string>
#include <string_view>

namespace exr {

/// A text with the provider and the types of every resource ID in it (what stands behind
/// `/providers/`, at every second place) in lower case: Azure compares them without case, and the
/// compiler of Bicep writes them in another spelling than its source. Names stay as they are.
std::string with_lower_id_types(std::string_view text);

}  // namespace exr
