#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace exr {

/// Names a module of a PlanConfiguration.
enum class ConfiguredModuleId : std::uint32_t { kRoot = 0, kNone = 0xffffffff };

/// A `resource` or `data` block. Spans are JSON values in the plan file, invalid where absent.
struct ConfiguredResource {
  bool is_data = false;
  std::string type;
  std::string name;
  std::string provider_key;
  Span expressions;
  Span count_expression;
  Span for_each_expression;
  std::vector<std::string> depends_on;
};

/// A `module` block.
struct ConfiguredCall {
  std::string name;
  std::string source;
  ConfiguredModuleId module = ConfiguredModuleId::kNone;
  Span expressions;
  Span count_expression;
  Span for_each_expression;
  std::vector<std::string> depends_on;
};

struct ConfiguredOutput {
  std::string name;
  Span expression;
  bool sensitive = false;
};

struct ConfiguredVariable {
  std::string name;
  /// Invalid if it has none.
  Span default_value;
  bool sensitive = false;
};

/// One module's blocks, each kind in the order of its names (resources: data last, then by type).
struct ConfiguredModule {
  std::vector<ConfiguredResource> resources;
  std::vector<ConfiguredCall> calls;
  std::vector<ConfiguredOutput> outputs;
  std::vector<ConfiguredVariable> variables;

  /// Brings the blocks into that order, which finding them relies on.
  void sort();
};

/// `azurerm`, `azurerm.connectivity`, `module.vgw:azapi`.
struct ConfiguredProvider {
  std::string key;
  std::string name;
  std::string version_constraint;
  Span expressions;
};

/// The `configuration` of a plan: what was written, by block.
struct PlanConfiguration {
  /// The first is the root. Empty in a state.
  std::vector<ConfiguredModule> modules;
  std::vector<ConfiguredProvider> providers;

  /// Null if there is none. Of several with one name the last one counts.
  const ConfiguredModule* find_module(ConfiguredModuleId id) const;
  const ConfiguredResource* find_resource(ConfiguredModuleId module, bool is_data,
                                          std::string_view type, std::string_view name) const;
  const ConfiguredCall* find_call(ConfiguredModuleId module, std::string_view name) const;
  const ConfiguredOutput* find_output(ConfiguredModuleId module, std::string_view name) const;
  const ConfiguredVariable* find_variable(ConfiguredModuleId module, std::string_view name) const;
  const ConfiguredProvider* find_provider(std::string_view key) const;
};

}  // namespace exr
