#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace bench {

/// A block of a landing zone with what Terraform's plans say of one of its instances, as members of
/// JSON objects. In all texts `@lz` is the landing zone, `@net` the ID under which its network
/// resources stand, `@key` the key or number of the instance, `@ids` the members that an inner
/// block gets when it exists.
struct PlanBlock {
  enum class Module : std::uint8_t { LandingZone, Circuit };
  Module module;
  std::string_view type;
  std::string_view name;
  /// How many instances `count` makes; 0 without `count`.
  int count;
  /// What is known before the resource exists, and what only then.
  std::string_view known;
  std::string_view later;
  std::string_view ids;
  std::string_view unknown;
  std::string_view sensitive;
};

/// In the order of their addresses in a module.
std::span<const PlanBlock> plan_blocks();

/// The module of a landing zone as a plan's `configuration` has it, with its calls of the module of
/// a circuit.
std::string landing_zone_configuration();

}  // namespace bench
