#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "mapping/mapping.h"
#include "mapping/mapping_builder.h"
#include "mapping/provider_schema.h"
#include "value/containers.h"

namespace exr {

/// How many attributes of a type a mapping speaks of. Blocks do not count, what is in them does.
struct MappingCoverage {
  std::size_t mapped = 0;
  std::size_t computed = 0;
  std::size_t ignored = 0;
  /// Those that it says nothing about.
  std::vector<std::string> left_out;
};

/// What a mapping file is read with. All outlive the call.
struct MappingSources {
  const ProviderSchema& schema;
  /// The content of `mixins.yaml`.
  const Object& mixins;
  const MappingBuilder::Tables& tables;
};

struct ReadMapping {
  Mapping mapping;
  MappingCoverage coverage;
};

/// Compiles the document of a mapping file (the language: rules/mappings/README.md). Mistakes are
/// RuleSyntax Problems at their place: unknown keys, verbs, attributes, mixins and tables, ARM
/// paths that are none or set twice, attributes that are left out. Empty if there is one.
std::optional<ReadMapping> read_mapping(const std::string& terraform_type, const Value& document,
                                        const MappingSources& sources, Problems& problems);

/// The keys that a mapping file may have.
std::span<const std::string_view> mapping_keys();

}  // namespace exr
