#pragma once

#include <cstdint>
#include <string_view>

#include "value/value.h"

namespace exr {

/// How an edit of a list is meant.
enum class ListEdit : std::uint8_t { Replace, Append };

/// A body with an edit merged into it: objects deeply, everything else is replaced.
Value merged_body(const Value& body, const Value& edit, ListEdit lists);

/// A body of which nobody knows whether the edit is one of it: what the edit would add or change is
/// Unknown, with a text that begins with `source`.
Value possibly_merged_body(const Value& body, const Value& edit, std::string_view source);

}  // namespace exr
