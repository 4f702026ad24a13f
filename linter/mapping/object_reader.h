#pragma once

#include <cstdint>
#include <string>

#include "mapping/mapping_builder.h"
#include "value/containers.h"

namespace exr {

/// Reads what stands at the right of an ARM path, in whatever form: an expression, alternatives,
/// `{each}`, `{if}`, `{concat}`. The document is no deeper than its reader allowed. kNoIndex after
/// a Problem.
std::uint32_t read_right_side(const Value& value, const std::string& block, const Object& mixins,
                              MappingBuilder& builder);

/// Reads `use` and `set` of `owner` as one object node. Objects on the way to a path
/// (`properties.sku`) are left out where they are empty; so is the node itself if it `is_optional`.
/// `condition` as in MappingStep::Object.
struct ObjectForm {
  std::uint32_t condition = kNoIndex;
  bool is_optional = false;
};
std::uint32_t read_set(const Object& owner, const std::string& block, const Object& mixins,
                       ObjectForm form, MappingBuilder& builder);

}  // namespace exr
