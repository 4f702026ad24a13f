#pragma once

#include <string>

#include "findings/problem.h"
#include "source/source_map.h"

namespace exr {

/// `path:line:column: message`, or `path: message` of what has no place.
std::string problem_line(const Problem& problem, const SourceMap& sources);

}  // namespace exr
