#pragma once

#include <string_view>
#include <vector>

#include "source/comment.h"

namespace exr {

/// The `//` and `/* */` comments of a Bicep text, in order. What stands inside strings is none,
/// but for that of `${}` holes. Broken text ends a string at its line.
std::vector<Comment> bicep_comments(std::string_view text);

}  // namespace exr
