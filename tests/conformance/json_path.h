#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace conformance {

/// One step of a JSON path: a property, an element, or the elements one property of which has a
/// value (`[?(@.name == 'x')]`).
struct PathStep {
  enum class Kind : std::uint8_t { Property, Element, Filter };
  Kind kind = Kind::Property;
  /// The name of the property (of the one to filter by).
  std::string name;
  /// What the property to filter by equals.
  std::string wanted;
  std::size_t index = 0;
};

/// The steps of a path as the corpus writes it: `$.outputs['a'].value.b[0]`, with or without `$.`.
/// Empty if it cannot be read.
std::vector<PathStep> read_path(std::string_view text);

/// What stands at a path; empty if nothing does. Elements filtered by nothing are not followed.
std::optional<exr::Value> value_at(const exr::Value& value, const std::vector<PathStep>& steps,
                                   std::size_t first = 0);

}  // namespace conformance
