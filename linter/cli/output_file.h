#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/result.h"

namespace exr {

/// Writes a file so that nobody ever sees a part of it: beside its place, then moved there. What is
/// no regular file (`/dev/stdout`, a pipe) is written as it is. A Failure names the file and what
/// the system said.
std::optional<Failure> write_output_file(const std::string& path, std::string_view text);

}  // namespace exr
