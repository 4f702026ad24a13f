#pragma once

#include <cstdint>
#include <string>

#include "source/span.h"
#include "value/value.h"

namespace exr {

// What the text of a YAML scalar means.

/// A plain scalar by the core schema of YAML 1.2
/// (https://yaml.org/spec/1.2.2/#1032-tag-resolution).
Value core_schema_value(const std::string& text, Span span);

enum class ScalarStyle : std::uint8_t { Quoted, Other };

/// A scalar as Bicep's loadYamlContent reads it: nothing, `null` and `~` are null even in quotes,
/// numbers may have thousands separators and white space around them
/// (src/Bicep.Core/Semantics/YamlObjectParser.cs of https://github.com/Azure/bicep).
Value bicep_yaml_value(const std::string& text, ScalarStyle style, Span span);

}  // namespace exr
