#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "support/text.h"

namespace exr {

/// Names without case, in the spelling of their declarations.
using ArmNameSet = std::unordered_set<std::string, HashIgnoringCase, EqualIgnoringCase>;

/// What one template declares: parameters and variables are two namespaces, and a resource of
/// language version 2.0 has a symbolic name besides.
struct ArmNames {
  ArmNameSet parameters;
  ArmNameSet variables;
  ArmNameSet symbols;
  /// User functions: `namespace.name`.
  ArmNameSet functions;
};

/// A `copy` around the place that is read. Its names cannot be written in an expression, so they
/// hide nothing.
struct CopyLoop {
  enum class Kind : std::uint8_t {
    /// Around a resource or an output: `copyIndex()` means it.
    Whole,
    /// Around a property or a variable: `copyIndex('name')` means it.
    Property,
  };
  std::string name;
  Kind kind = Kind::Whole;
  /// The text of `E` where the count is `[length(E)]`: then `E[copyIndex()]` is the loop's item.
  std::string counted;

  std::string item() const { return "item of " + name; }
  std::string index() const { return "index of " + name; }
};

}  // namespace exr
