#pragma once

#include <cstdint>

#include "value/compare.h"

namespace exr {

/// What null does to operators and functions.
enum class NullHandling : std::uint8_t {
  /// Azure's way: reading a property of null, or calling a function with arguments that it does not
  /// take, is an error.
  Strict,
  /// The rule language's way: null is "not written" and spreads (rule-language, "Null, Unknown,
  /// absent").
  Spreading,
};

/// How expressions are meant, apart from their syntax.
struct Dialect {
  NullHandling nulls = NullHandling::Strict;
  TextComparison text = TextComparison::Exact;
  /// Whether a value that is read through a name or a property takes the place of that expression
  /// (templates), or keeps the place where it was written (rules).
  bool values_move = true;
  bool is_rules() const { return nulls == NullHandling::Spreading; }
};

inline constexpr Dialect kTemplateDialect{};
inline constexpr Dialect kRuleDialect{NullHandling::Spreading, TextComparison::IgnoreCase, false};

}  // namespace exr
