#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hcl/symbolic_value.h"

namespace exr {

/// A member of an Object by its key, of a Tuple by its index, the attribute of a Reference.
/// Neither of both is a Choice, and the first is no Module.
SymbolicValue member_of(const SymbolicValue& object, const SymbolicValue& key);

/// What a loop goes through.
struct SymbolicIteration {
  struct Turn {
    SymbolicValue key;
    SymbolicValue value;
    bool maybe = false;
  };
  std::vector<Turn> turns;
  /// Further turns, of which only this is known.
  std::optional<SymbolicValue> rest;
  /// Nothing to go through, or something of which nothing is known.
  bool is_error = false;
  bool is_unknown = false;
};

/// Of anything but a Choice.
SymbolicIteration iterate(const SymbolicValue& iterable);

/// A text behind another one. What comes behind an attribute of a resource is kept with it.
SymbolicValue joined_text(const SymbolicValue& before, const SymbolicValue& after);

/// A whole number that a value is.
std::optional<std::int64_t> find_integer(const SymbolicValue& value);

}  // namespace exr
