#pragma once

#include <string>
#include <string_view>

#include "template/expansion.h"

namespace exr {

/// How a parameter came to a value: what goes into the history of that value.
struct ParameterStep {
  std::string_view name;
  std::string_view type;
  Given given = Given::Nothing;
  bool secure = false;
  /// Where the argument or default stands.
  Span place;
  /// Null if there is none.
  Value default_value;
};

/// The value with the step through a parameter in its history, and so has every part of it: each
/// with the place where that part was written, if that is inside the argument.
Value passed_through(const Value& value, const ParameterStep& step);
/// Where a part of an argument was written: its own place inside the argument, else the argument's.
Span place_inside(Span part, Span argument);

/// The Unknown of a parameter that nobody gave a value: with the values that its decorators and
/// type allow, if these are few, and the limits of a number.
Value parameter_without_value(Expansion& expansion, TemplateInstance& instance,
                              const ParameterDeclaration& parameter);

}  // namespace exr
