#pragma once

#include <map>
#include <string>

#include "graph/resource.h"
#include "source/span.h"

namespace exr {

/// Which property of a resource stands where: from the places of values back to their paths.
class BodyIndex {
 public:
  struct Entry {
    /// As in `properties.peerings[0].name`.
    std::string path;
    /// The place of the property's name; invalid for an element of an array.
    Span name;
  };

  explicit BodyIndex(const Resource& resource);
  /// The property whose value has this place; null pointer if none has.
  const Entry* find(Span place) const;

 private:
  void add(const Value& value, const std::string& path, Span name, std::uint32_t depth);

  std::map<Span, Entry> entries_;
};

}  // namespace exr
