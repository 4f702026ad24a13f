#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mapping/mapping.h"

namespace exr {

/// Mappings as bytes for a MappingLibrary, only for the very build that wrote them. They are sorted
/// by their Terraform type.
std::string encode_mappings(const std::vector<Mapping>& mappings);

/// Where a library finds a mapping in its bytes.
struct PackedMapping {
  std::string_view terraform_type;
  /// Of a resource, not of a patch.
  std::string_view arm_type;
  std::string_view bytes;
};

/// The mappings of encoded bytes, which outlive the result, sorted by their Terraform type. Bytes
/// that no encoder of this build wrote are a bug (EXR_CHECK).
std::vector<PackedMapping> packed_mappings(std::string_view bytes);
/// Decodes one of them.
Mapping decode_mapping(std::string_view bytes);

}  // namespace exr
