#include "azure/resource_type.h"

#include <algorithm>

#include "support/text.h"

namespace exr {

std::string_view type_after_provider(std::string_view type) {
  const std::size_t slash = type.find('/');
  return slash == std::string_view::npos ? std::string_view() : type.substr(slash + 1);
}

std::string_view provider_of(std::string_view type) { return type.substr(0, type.find('/')); }

std::string_view last_type_segment(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  return slash == std::string_view::npos ? type : type.substr(slash + 1);
}

std::string_view parent_type(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  if (slash == std::string_view::npos || type.find('/') == slash) return {};
  return type.substr(0, slash);
}

std::size_t name_count(std::string_view type) {
  return static_cast<std::size_t>(std::count(type.begin(), type.end(), '/'));
}

std::string child_type(std::string_view parent, std::string_view child) {
  const bool is_full = starts_with_ignoring_case(child, std::string(parent) + "/");
  return is_full ? std::string(child) : std::string(parent) + "/" + std::string(child);
}

}  // namespace exr
