#include "template/template.h"

#include <utility>

namespace exr {

TemplateId TemplateLibrary::add(Template lowered) {
  const auto id = static_cast<TemplateId>(templates_.size());
  by_path_.emplace(lowered.path, id);
  templates_.push_back(std::move(lowered));
  return id;
}

std::optional<TemplateId> TemplateLibrary::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return std::nullopt;
  return found->second;
}

}  // namespace exr
