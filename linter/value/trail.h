#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/span.h"
#include "support/shared.h"

namespace exr {

class Value;
struct Trail;

using TrailPointer = Shared<Trail>;

/// How a parameter came to its value.
enum class Given : std::uint8_t {
  /// A parameter file, `.bicepparam` or `--param`.
  File,
  /// The `params` of a module call.
  Argument,
  Default,
  /// A Key Vault reference.
  Vault,
  Nothing,
};

/// One step in the history of a value: what it came from before it got to the place where it
/// stands. Immutable, shared by all values with the same history. The leaves answer `origins(x)` of
/// the rule language.
struct Trail {
  enum class Kind : std::uint8_t {
    /// Written down at `span`.
    Literal,
    /// Through parameter `name`; `span` is the place of the argument (or default) that gave it,
    /// `from` that value's own history.
    Parameter,
    /// Read from property `path` of the resource with symbolic name `name`.
    Property,
    /// The result of run-time function `name`.
    Function,
    /// Computed from several.
    Derived,
  };

  Kind kind = Kind::Literal;
  Given given = Given::Nothing;
  /// It, or anything before it, is a secure parameter, a secure output, or a function that returns
  /// secrets.
  bool secure = false;
  Span span;
  std::string name;
  /// Parameter: its declared type as written.
  std::string type;
  /// Parameter: its default, null if it has none.
  Shared<Value> default_value;
  /// Property, Function: the resource's ARM ID in canonical text (as the argument of list
  /// functions), and the property path.
  std::string resource;
  std::string path;
  std::vector<TrailPointer> from;
};

/// Whether anything in the history is secure. Null is not.
bool is_secure(const TrailPointer& trail);

}  // namespace exr
