#include "app/profiles.h"

#include <array>

namespace exr {

namespace {

struct NamedProfile {
  std::string_view name;
  Profile profile;
};

constexpr std::array kProfiles = {
    NamedProfile{"validity", Profile::Validity},
    NamedProfile{"recommended", Profile::Recommended},
    NamedProfile{"landing-zone", Profile::LandingZone},
    NamedProfile{"strict", Profile::Strict},
};

}  // namespace

std::optional<Profile> find_profile(std::string_view name) {
  for (const NamedProfile& entry : kProfiles) {
    if (entry.name == name) return entry.profile;
  }
  return std::nullopt;
}

std::vector<std::string_view> profile_names() {
  std::vector<std::string_view> names;
  for (const NamedProfile& entry : kProfiles) names.push_back(entry.name);
  return names;
}

bool has(Profile profile, const Rule& rule) {
  switch (profile) {
    case Profile::Validity:
      return rule.kind == RuleKind::Validity || rule.kind == RuleKind::Limit ||
             rule.kind == RuleKind::Retirement;
    case Profile::Recommended:
      return rule.enabled;
    case Profile::LandingZone:
      return rule.enabled || rule.kind == RuleKind::OrgPolicy;
    case Profile::Strict:
      break;
  }
  return true;
}

}  // namespace exr
