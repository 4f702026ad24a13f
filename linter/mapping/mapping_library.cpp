#include "mapping/mapping_library.h"

#include <algorithm>
#include <vector>

#include "mapping/mapping.h"
#include "mapping/mapping_pack.h"

namespace exr {

struct MappingLibrary::Content {
  // the decoded ones beside the packed ones
  std::vector<PackedMapping> packed;
  std::vector<std::unique_ptr<Mapping>> decoded;

  // The index of a type, or the number of types if there is none.
  std::size_t index_of(std::string_view terraform_type) const {
    const auto found = std::lower_bound(packed.begin(), packed.end(), terraform_type,
                                        [](const PackedMapping& mapping, std::string_view type) {
                                          return mapping.terraform_type < type;
                                        });
    const bool is_there = found != packed.end() && found->terraform_type == terraform_type;
    return is_there ? static_cast<std::size_t>(found - packed.begin()) : packed.size();
  }
};

MappingLibrary::MappingLibrary(std::string_view bytes)
    : content_(
          std::make_unique<Content>(Content{.packed = packed_mappings(bytes), .decoded = {}})) {
  content_->decoded.resize(content_->packed.size());
}

MappingLibrary::~MappingLibrary() = default;

const Mapping* MappingLibrary::find(std::string_view terraform_type) {
  const std::size_t index = content_->index_of(terraform_type);
  if (index == content_->packed.size()) return nullptr;
  std::unique_ptr<Mapping>& decoded = content_->decoded[index];
  if (decoded == nullptr)
    decoded = std::make_unique<Mapping>(decode_mapping(content_->packed[index].bytes));
  return decoded.get();
}

std::string_view MappingLibrary::arm_type(std::string_view terraform_type) {
  const std::size_t index = content_->index_of(terraform_type);
  return index == content_->packed.size() ? std::string_view() : content_->packed[index].arm_type;
}

}  // namespace exr
