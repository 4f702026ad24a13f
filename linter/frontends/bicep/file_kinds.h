#pragma once

#include "frontends/bicep/lowered_file.h"
#include "syntax/bicep_node.h"
#include "syntax/expression_lowering.h"

namespace exr {

/// Whether a statement stands in the kind of file that it is for; a SyntaxError if not. One grammar
/// reads both kinds, so this is where they differ.
bool belongs_in(BicepFileKind kind, SyntaxNode statement, ExpressionLowering& expressions);

}  // namespace exr
