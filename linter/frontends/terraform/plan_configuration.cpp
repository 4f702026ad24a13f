#include "frontends/terraform/plan_configuration.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace exr {

namespace {

using ResourceKey = std::tuple<bool, std::string_view, std::string_view>;

ResourceKey key_of(const ConfiguredResource& resource) {
  return {resource.is_data, resource.type, resource.name};
}
template <typename Named>
std::string_view key_of(const Named& named) {
  return named.name;
}

template <typename Block>
void sort_by_key(std::vector<Block>& blocks) {
  const auto before = [](const Block& a, const Block& b) { return key_of(a) < key_of(b); };
  // Terraform writes them in order
  if (!std::is_sorted(blocks.begin(), blocks.end(), before))
    std::stable_sort(blocks.begin(), blocks.end(), before);
}

template <typename Block, typename Key>
const Block* find_by_key(const std::vector<Block>& blocks, const Key& key) {
  const auto after = std::upper_bound(
      blocks.begin(), blocks.end(), key,
      [](const Key& wanted, const Block& block) { return wanted < key_of(block); });
  if (after == blocks.begin() || key_of(*std::prev(after)) != key) return nullptr;
  return &*std::prev(after);
}

}  // namespace

void ConfiguredModule::sort() {
  sort_by_key(resources);
  sort_by_key(calls);
  sort_by_key(outputs);
  sort_by_key(variables);
}

const ConfiguredModule* PlanConfiguration::find_module(ConfiguredModuleId id) const {
  const auto index = static_cast<std::size_t>(id);
  return index < modules.size() ? &modules[index] : nullptr;
}

const ConfiguredResource* PlanConfiguration::find_resource(ConfiguredModuleId module, bool is_data,
                                                           std::string_view type,
                                                           std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr
                          : find_by_key(found->resources, ResourceKey(is_data, type, name));
}

const ConfiguredCall* PlanConfiguration::find_call(ConfiguredModuleId module,
                                                   std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_by_key(found->calls, name);
}

const ConfiguredOutput* PlanConfiguration::find_output(ConfiguredModuleId module,
                                                       std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_by_key(found->outputs, name);
}

const ConfiguredVariable* PlanConfiguration::find_variable(ConfiguredModuleId module,
                                                           std::string_view name) const {
  const ConfiguredModule* found = find_module(module);
  return found == nullptr ? nullptr : find_by_key(found->variables, name);
}

const ConfiguredProvider* PlanConfiguration::find_provider(std::string_view key) const {
  for (const ConfiguredProvider& provider : providers) {
    if (provider.key == key) return &provider;
  }
  return nullptr;
}

}  // namespace exr
