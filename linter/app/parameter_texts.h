#pragma once

#include <string>
#include <vector>

#include "support/limits.h"
#include "support/result.h"
#include "template/template.h"
#include "value/value.h"

namespace exr {

/// `--param name=value`.
struct ParameterText {
  std::string name;
  std::string text;
};

/// The text of the command line as a value of a parameter's declared type: numbers and truth values
/// are read, arrays and objects are JSON. Where the declared type does not say what is meant (it is
/// imported, or a union of several kinds), what reads as JSON is JSON, else it is text. The Failure
/// does not repeat the text, which may be secret.
Result<Value> read_parameter_text(const ParameterText& given, const Template& owner,
                                  const ParameterDeclaration& declaration, const Limits& limits);

/// The parameter of a template by its name, without case; null if it has none.
const ParameterDeclaration* find_parameter(const Template& owner, std::string_view name);

}  // namespace exr
