#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "findings/problem.h"
#include "value/value.h"

namespace exr {

/// The majors of the azurerm provider that the tables know, 3 to 5.
inline constexpr int kFirstMajor = 3;
inline constexpr std::size_t kMajorCount = 3;

/// Who gives an attribute its value.
enum class AttributeMode : std::uint8_t { Absent, Required, Optional, Computed, OptionalComputed };

/// An attribute or block of a provider's schema.
struct SchemaAttribute {
  std::array<AttributeMode, kMajorCount> modes = {};
  /// It has attributes of its own.
  bool is_block = false;
  /// Never to be shown, whatever is written.
  bool is_sensitive = false;

  /// Computed in every major that has it: nobody can write it.
  bool is_read_only() const;
  /// The majors in which the provider may fill it in; see AttributePath.
  std::uint8_t computed_majors() const;
};

/// The attributes of one type by their full names (`ip_configuration.subnet_id`).
using TypeSchema = std::map<std::string, SchemaAttribute, std::less<>>;

/// What a provider's schemas say, by Terraform type.
using ProviderSchema = std::map<std::string, TypeSchema, std::less<>>;

/// Reads a file of `rules/mappings/schema` and adds its types. What it cannot read is a RuleSyntax
/// Problem.
void read_provider_schema(const Value& document, ProviderSchema& schema, Problems& problems);

}  // namespace exr
