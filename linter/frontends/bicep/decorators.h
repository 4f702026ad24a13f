#pragma once

#include <string>

#include "syntax/expression_lowering.h"
#include "template/types.h"

namespace exr {

/// What the decorators in front of a statement, a type's property or a tuple's item say.
struct Decorations {
  Constraints constraints;
  bool exported = false;
  std::string discriminator;
};

/// Reads the decorators that are children of `node`. Unknown names and wrong numbers of arguments
/// are Problems.
Decorations read_decorators(SyntaxNode node, ExpressionLowering& expressions);

}  // namespace exr
