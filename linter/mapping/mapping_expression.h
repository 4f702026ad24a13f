#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mapping/mapping_builder.h"
#include "value/value.h"

namespace exr {

/// Reads the right side of a mapping's line: `a.b // c | default x | bool T F`. `text` is a String
/// from the file, `block` the full name of the block in whose elements it stands, empty at the top.
/// kNoIndex after a Problem.
std::uint32_t read_mapping_expression(const Value& text, const std::string& block,
                                      MappingBuilder& builder);

/// Reads the text of `if`: `a and !b and c==d`. kNoIndex after a Problem.
std::uint32_t read_mapping_condition(const Value& text, const std::string& block,
                                     MappingBuilder& builder);

}  // namespace exr
