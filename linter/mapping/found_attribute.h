#pragma once

#include <cstdint>

#include "mapping/mapping_node.h"
#include "mapping/written_part.h"
#include "value/value.h"

namespace exr {

/// The element of `each` that relative paths start from; at the top the resource itself.
struct MappingElement {
  const Value& value;
  WrittenPart written;
  /// `$key` and `$index1`.
  Value key = {};
  std::int64_t position = 0;
};

/// An attribute as the plan has it.
struct FoundAttribute {
  /// Null if it is not set: null, empty, or unknown although the user did not write it and the
  /// provider fills it in.
  Value value;
  WrittenPart written;
};

/// Follows a path from an element. `major_bit` is that of the provider's major; see AttributePath.
FoundAttribute find_attribute(const AttributePath& path, const MappingElement& start,
                              std::uint8_t major_bit);

/// What the plan says at a path of a resource, whoever fills it in; null if nothing.
Value planned_attribute(const AttributePath& path, const Value& resource);

}  // namespace exr
