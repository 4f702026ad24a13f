#pragma once

#include <string>
#include <string_view>

#include "template/parameter_types.h"

namespace exr {

/// What has a value and a declared type: a parameter, a variable, an output, the result of a
/// function.
struct DeclaredValue {
  DeclaredType type;
  /// Of messages: `parameter`, `the result of`; and the name behind it.
  std::string_view noun;
  std::string_view name;
  /// The canonical text of the Unknown that stands for a value that is wrong; empty: it is named by
  /// its place.
  std::string text;
  /// Where Problems are with a value that nobody wrote.
  Span place;
};

/// Reports what is wrong with a value, and gives the value that goes on from there. What of it
/// cannot be what it should be is Unknown, and so is a property that it lacks: what it is passed on
/// to need not say so again.
Value checked_value(Expansion& expansion, const Value& value, const DeclaredValue& declared);

}  // namespace exr
