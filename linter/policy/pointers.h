#pragma once

#include <string_view>
#include <vector>

#include "graph/resource.h"
#include "value/value.h"

namespace exr {

/// What a resource may hold at a path that points to another resource.
struct Pointer {
  /// Text, or an Unknown.
  Value id;
  /// Whether it is certainly there.
  bool certain = true;
};

/// What a resource holds at a path: `parent`, `scope`, `properties.a[*].b`, or `*`, every ID
/// anywhere in its body. Under `*` an Unknown counts where an ID is to be expected: its property's
/// name ends in `id`, or it stands for a whole object or array.
std::vector<Pointer> pointers_at(const Resource& resource, std::string_view path);

}  // namespace exr
