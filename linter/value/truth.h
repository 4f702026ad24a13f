#pragma once

#include <cstdint>

namespace exr {

/// Kleene's three truth values.
enum class Truth : std::uint8_t { False, Unknown, True };

constexpr Truth truth_of(bool value) { return value ? Truth::True : Truth::False; }
/// And: False wins, else Unknown wins.
constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
/// Or: True wins, else Unknown wins.
constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }
constexpr Truth opposite(Truth a) {
  return a == Truth::Unknown ? a : (a == Truth::True ? Truth::False : Truth::True);
}

}  // namespace exr
