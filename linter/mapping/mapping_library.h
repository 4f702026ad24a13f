#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace exr {

/// How one type of Terraform becomes ARM: a file of `rules/mappings`.
struct Mapping;

/// All mappings, decoded from their pack one by one when they are asked for.
class MappingLibrary {
 public:
  /// `bytes` outlive the library: embedded_mappings(), or what encode_mappings() gave.
  explicit MappingLibrary(std::string_view bytes);
  ~MappingLibrary();
  MappingLibrary(const MappingLibrary&) = delete;
  MappingLibrary& operator=(const MappingLibrary&) = delete;

  /// The mapping of a Terraform type; null if there is none. Lives as long as the library.
  const Mapping* find(std::string_view terraform_type);
  /// The ARM type that a block of this Terraform type has; empty if none or not fixed (azapi).
  std::string_view arm_type(std::string_view terraform_type);

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

/// The mappings that the build embeds.
std::string_view embedded_mappings();

}  // namespace exr
