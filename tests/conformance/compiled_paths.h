#pragma once

#include <string>

#include "conformance/expected_program.h"
#include "conformance/program.h"

namespace conformance {

/// How an assertion about a compiled template fares.
struct CompiledVerdict {
  enum class Kind : std::uint8_t { Equal, Different, NotUsable };
  Kind kind = Kind::NotUsable;
  /// Why it is not usable, or what was found.
  std::string text;
};

/// Judges an assertion about the compiled template of a program where it says something of what is
/// deployed: a value of an output or variable, a resource's name, type or property, what a resource
/// waits for. Which resource an index means is told by what else the program asserts of it: its
/// name.
CompiledVerdict judge_compiled(const Program& program, const ExpectedProgram& expected,
                               const Assertion& assertion);

}  // namespace conformance
