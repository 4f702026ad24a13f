#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "mapping/map_resource.h"
#include "mapping/mapping_reader.h"
#include "value/value.h"

namespace exr {

/// The project's own mappings, read from its folder of rules once.
const std::vector<ReadMapping>& project_mappings();
/// One of them; null if there is none.
const Mapping* find_project_mapping(std::string_view terraform_type);

/// JSON in which `{"$unknown": "text"}` stands for a value that is known after apply.
Value value_of(std::string_view json);

/// A mapping over a small schema of its own, from the lines of its YAML.
class SmallMapping {
 public:
  explicit SmallMapping(const std::string& yaml);

  bool is_sound() const { return problems_.empty(); }
  /// The messages of what is wrong with it.
  std::string complaints() const;
  /// The body as JSON; `expressions` empty for none.
  std::string body(std::string_view attributes, std::string_view expressions = {},
                   int provider_major = 4) const;
  MappingResult result(std::string_view attributes, std::string_view expressions = {},
                       int provider_major = 4) const;
  const Mapping& mapping() const { return mapping_; }

 private:
  Mapping mapping_;
  Problems problems_;
};

/// The lines of a mapping with `set: {x: right_side}`.
std::string set_x(const std::string& right_side);
/// The JSON of a body whose only property `x` is an Unknown with that text.
std::string unknown_x(const std::string& text);

}  // namespace exr
