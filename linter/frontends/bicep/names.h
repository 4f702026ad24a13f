#pragma once

#include <cstdint>

#include "findings/problem.h"
#include "template/template.h"

namespace exr {

/// What a check of names goes by.
enum class Declarations : std::uint8_t {
  /// Everything that the file declares is in the template.
  Complete,
  /// A statement was left out because of its syntax: a name that is not found may be the one that
  /// it declares.
  Holed,
};

/// Checks that every name in a lowered template is declared, every function exists and gets as many
/// arguments as it takes, and every imported name is exported by its file: UnknownSymbol,
/// UnknownFunction and WrongArgumentCount Problems, with the nearest name as a hint. The templates
/// that it imports from are in the library.
void check_names(const Template& lowered, const TemplateLibrary& library, Declarations declarations,
                 Problems& problems);

}  // namespace exr
