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
  /// Goes on from a name: `takes an integer, but its value is a string`. Tells nothing of a secure
  /// value.
  std::string message;
  /// Where the part that is wrong was written (invalid if nobody wrote it), and its way from the
  /// whole: `[0].site`.
  Span place;
  std::string path;
  /// The part itself, in the value that was checked, as long as that lives; and the property that
  /// it lacks, if that is what is wrong.
  const Value* part = nullptr;
  std::string lacks;
  /// The type or decorator that is violated.
  Span declared_at;
};
using Mismatches = std::vector<Mismatch>;
/// No more are looked for in one value.
inline constexpr std::size_t kMostMismatches = 100;

/// Something declared with a type and decorators, in a template.
struct DeclaredType {
  const Template* home = nullptr;
  TypeId type = TypeId::kNone;
  const Constraints* constraints = nullptr;
};

/// The violations in a value. What is not known violates nothing, nor does the null of a parameter
/// that nobody gave a value: who deploys the template may give one. Texts compare without case, as
/// Azure compares allowed values (https://github.com/Azure/bicep/issues/2489).
Mismatches find_mismatches(Expansion& expansion, const Value& value, const DeclaredType& declared);
/// Whether a declaration is secure, itself or through the names of its type.
bool is_declared_secure(Expansion& expansion, const DeclaredType& declared);

}  // namespace exr
