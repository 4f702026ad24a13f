#include "frontends/terraform/plan_configuration.h"

namespace exr {

namespace {

template <typename Named>
const Named* find_named(const std::vector<Named>& list, std::string_view name) {
  for (const Named& one : list) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

}  // namespace

const ConfiguredModule* PlanConfiguration::find_module(ConfiguredModuleId id) const {
  const auto index = static_cast<std::size_t>(id);
  return index < modules.size() ? &modules[index] : nullptr;
}

const ConfiguredResource* PlanConfiguration::find_resource(ConfiguredModuleId module, bool is_data,
                                                           std::string_view type,
                                                           std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  if (found == nullptr) return nullptr;
  for (const ConfiguredResource& resource : found->resources) {
    if (resource.is_data == is_data && resource.type == type && resource.name == name)
      return &resource;
  }
  return nullptr;
}

const ConfiguredCall* PlanConfiguration::find_call(ConfiguredModuleId module,
                                                   std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_named(found->calls, name);
}

const ConfiguredOutput* PlanConfiguration::find_output(ConfiguredModuleId module,
                                                       std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_named(found->outputs, name);
}

const ConfiguredVariable* PlanConfiguration::find_variable(ConfiguredModuleId module,
                                                           std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_named(found->variables, name);
}

const ConfiguredProvider* PlanConfiguration::find_provider(std::string_view key) const {
  for (const ConfiguredProvider& provider : providers) {
    if (provider.key == key) return &provider;
  }
  return nullptr;
}

}  // namespace exr
