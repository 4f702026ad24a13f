#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "policy/rule.h"

namespace exr {

/// A built-in selection of rules, computed from what each rule says of itself.
enum class Profile : std::uint8_t {
  /// What Azure itself refuses or retires: kinds validity, limit, retirement.
  Validity,
  /// What is enabled.
  Recommended,
  /// That, and what organisations agree on: kind org-policy.
  LandingZone,
  /// Everything.
  Strict,
};

std::optional<Profile> find_profile(std::string_view name);
std::vector<std::string_view> profile_names();

/// Whether a rule is part of a profile.
bool has(Profile profile, const Rule& rule);

}  // namespace exr
