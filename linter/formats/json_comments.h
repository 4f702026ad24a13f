#pragma once

#include <string_view>
#include <vector>

#include "source/comment.h"

namespace exr {

/// The `//` and `/* */` comments of a JSON text, in order. What stands inside strings is none.
std::vector<Comment> json_comments(std::string_view text);

}  // namespace exr
