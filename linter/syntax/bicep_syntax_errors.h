#pragma once

#include <cstddef>

#include "findings/problem.h"
#include "source/span.h"
#include "syntax/bicep_node.h"

namespace exr {

/// The number of SyntaxError Problems that one file gets at most.
inline constexpr std::size_t kMostSyntaxErrors = 20;

/// Turns the errors of a syntax tree into Problems: one a statement, at its first wrong token.
void report_syntax_errors(const SyntaxTree& syntax, FileId file, Problems& problems);

}  // namespace exr
