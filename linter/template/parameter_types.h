#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "template/expansion.h"

namespace exr {

/// A type with the template that declares it, after all names were followed.
struct TypeSite {
  const Template* home = nullptr;
  /// Null if it cannot be found: then any value may be of it.
  const Type* type = nullptr;
  bool nullable = false;
  /// Decorators of the declarations that were passed on the way, each with its template.
  std::vector<std::pair<const Template*, const Constraints*>> constraints;
};

/// Follows the names of a type through declarations and imports.
TypeSite resolve_type(Expansion& expansion, const Template& home, TypeId type);
/// The value of an expression that is the same everywhere: a literal type's, a decorator's.
Value constant_value(Expansion& expansion, const Template& home, NodeId node);

/// How a value violates a declared type or its decorators.
struct Mismatch {
  ProblemKind kind = ProblemKind::WrongParameterType;
  /// Goes on from a name: `is a string, not an integer`.
  std::string message;
  /// The part that is wrong, and its way from the whole: `[0].site`.
  Value part;
  std::string path;
};

/// Something declared with a type and decorators, in a template.
struct DeclaredType {
  const Template* home = nullptr;
  TypeId type = TypeId::kNone;
  const Constraints* constraints = nullptr;
};

/// The first violation in a value; empty if there is none. What is not known violates nothing.
std::optional<Mismatch> find_mismatch(Expansion& expansion, const Value& value,
                                      const DeclaredType& declared);
/// Whether a declaration is secure, itself or through the names of its type.
bool is_declared_secure(Expansion& expansion, const DeclaredType& declared);

}  // namespace exr
