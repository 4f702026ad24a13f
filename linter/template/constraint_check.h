#pragma once

#include <string>

#include "template/parameter_types.h"

namespace exr {

/// A value, or a part of one, that is compared with a declaration, and its way from the whole.
struct CheckedPart {
  const Value& value;
  const std::string& path;
};

/// Adds what a value violates of one declaration's decorators, all but `@sealed`, which is a matter
/// of the type. `home` holds their expressions.
void check_constraints(Expansion& expansion, const CheckedPart& part, const Template& home,
                       const Constraints& constraints, Mismatches& found);

/// Says that a part is not allowed, without telling a secure value. The message goes on from the
/// part's name.
Mismatch violation_of(const CheckedPart& part, std::string message, Span declared_at);
/// A value in backticks, for messages.
std::string quoted(const Value& value);

}  // namespace exr
