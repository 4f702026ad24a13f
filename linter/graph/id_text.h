#pragma once

#include <string_view>

#include "value/value.h"

namespace exr {

/// The canonical text of an ID or a name: a String's own, the text of what is partly known. Empty
/// for anything else. Valid as long as the value.
std::string_view id_text(const Value& id);

}  // namespace exr
