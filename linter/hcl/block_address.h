#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace exr {

/// Names a `resource` or `data` block of a Terraform configuration.
struct BlockAddress {
  /// The names of the module calls from the root to the block's module, without keys.
  std::vector<std::string> module_calls;
  bool is_data = false;
  /// `azurerm_express_route_circuit`, `this`.
  std::string type;
  std::string name;
  friend bool operator==(const BlockAddress&, const BlockAddress&) = default;
};

/// One step into an attribute's value: a name of an attribute, a block or a key, or an index, which
/// is kAnyIndex for all members (those of a set have no order that a configuration tells).
using SourceStep = std::variant<std::string, std::int64_t>;
/// `ip_configuration`, 0, `subnet_id`.
using SourcePath = std::vector<SourceStep>;
inline constexpr std::int64_t kAnyIndex = -1;

/// The key of an instance: none, a number (`count`) or a text (`for_each`).
using SourceKey = std::variant<std::monostate, std::int64_t, std::string>;

/// One call on the way to a module instance: `module.hub["ams"]`.
struct CallStep {
  std::string name;
  SourceKey key;
  friend bool operator==(const CallStep&, const CallStep&) = default;
};

/// An instance of a `resource` or `data` block.
struct SourceInstance {
  std::vector<CallStep> module;
  bool is_data = false;
  std::string type;
  std::string name;
  SourceKey key;
  friend bool operator==(const SourceInstance&, const SourceInstance&) = default;
};

BlockAddress block_of(const SourceInstance& instance);

}  // namespace exr
