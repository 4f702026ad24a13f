#pragma once

#include <string>
#include <string_view>

#include "conformance/program.h"
#include "value/value.h"

namespace conformance {

/// What is at a path of a program's result, or why that is not to be had.
struct PathAnswer {
  enum class Kind : std::uint8_t {
    Value,
    /// The path is about the text of the compiled template, of which nothing is made here.
    CompiledText,
    /// There is no such part.
    Absent,
  };
  Kind kind = Kind::Value;
  exr::Value value;
};

/// The value at a JSON path of the evaluated template: an output, a variable, an assertion, what a
/// user function without parameters gives, a resource's name or the symbols that it depends on.
PathAnswer answer_at(const Program& program, std::string_view path);

}  // namespace conformance
