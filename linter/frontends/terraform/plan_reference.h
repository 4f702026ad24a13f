#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "frontends/terraform/plan.h"

namespace exr {

/// One step of a path in Terraform: the name of an attribute or the key of a map, which can both be
/// written either way (`.id`, `["id"]`), or an index.
using PlanStep = std::variant<std::int64_t, std::string>;
using PlanPath = std::vector<PlanStep>;

/// `ip_configuration[0].subnet_id`.
std::string path_text(const PlanPath& path);

/// What an expression of the configuration refers to.
struct PlanReference {
  enum class Kind : std::uint8_t {
    /// `azurerm_subnet.x`, of a managed resource.
    Resource,
    Data,
    /// `module.hub`; the path begins with the name of an output, if any is named.
    Module,
    Variable,
    Local,
    EachKey,
    EachValue,
    CountIndex,
    /// `path.module`, `terraform.workspace`, `self`: nothing that leads to a resource.
    Other,
  };
  Kind kind = Kind::Other;
  /// Of a resource.
  std::string type;
  std::string name;
  /// The constant index behind the name of a resource or a module; none if there is none, or one
  /// that is not constant (then the path is lost as well).
  InstanceKey key;
  PlanPath path;
};

/// Reads a reference as the configuration of a plan has it. Empty if it is none.
std::optional<PlanReference> parse_reference(std::string_view text);

/// Without the prefixes that follow each reference (`a.b[0].id`, `a.b[0]`, `a.b`): the longest of
/// each run, in order.
std::vector<std::string_view> longest_references(const std::vector<std::string_view>& references);

}  // namespace exr
