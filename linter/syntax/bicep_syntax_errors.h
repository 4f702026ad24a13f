#pragma once

#include <cstddef>

#include "findings/problem.h"
#include "source/span.h"
#include "syntax/bicep_node.h"

namespace exr {

/// The number of SyntaxError Problems that one file gets at most.
inline constexpr std::size_t kMostSyntaxErrors = 20;

/// Turns the errors of a syntax tree into SyntaxError Problems: one a broken place, at its first
/// wrong token, at most one a statement.
void report_syntax_errors(const SyntaxTree& syntax, FileId file, Problems& problems);

}  // namespace exr
