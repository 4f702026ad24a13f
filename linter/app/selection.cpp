#include "app/selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/configuration_values.h"
#include "app/profiles.h"
#include "app/setting_values.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

class Selector {
 public:
  Selector(const RuleSet& rules, Problems& problems)
      : rules_(rules), problems_(problems), values_(problems) {}

  Selection select(const Configuration& configuration, const RuleOptions& options) {
    begin_with(find_profile(configuration.profile).value_or(Profile::Recommended));
    for (const RuleEntry& entry : configuration.rules) apply(entry);
    for (const Value& settings : configuration.settings) apply_shared(settings.as_object());
    selection_.selected = ids(options.selected, "--select");
    selection_.ignored = ids(options.ignored, "--ignore");
    for (const std::string& id : selection_.selected) turn_on(id);
    for (const auto& [name, severity] : options.severities) {
      for (const std::string& id : ids({name}, "--severity-of")) {
        turn_on(id);
        selection_.overrides[id].severity = severity;
      }
    }
    return std::move(selection_);
  }

 private:
  // An override also turns a rule on, so there is one only where the profile differs from what the
  // rule itself says.
  void begin_with(Profile profile) {
    for (const auto& rule : rules_.rules) {
      const bool wanted = has(profile, *rule);
      if (wanted == rule->enabled) continue;
      selection_.overrides[rule->facts.id].off = !wanted;
    }
  }

  void turn_on(const std::string& id) {
    const auto changed = selection_.overrides.find(id);
    if (changed != selection_.overrides.end()) changed->second.off = false;
  }

  void apply(const RuleEntry& entry) {
    const Rule* rule = rules_.find_rule(entry.id);
    if (rule == nullptr) {
      values_.report(entry.id_span, unknown_rule(entry.id));
      return;
    }
    RuleOverride changed =
        selection_.overrides.contains(entry.id) ? selection_.overrides[entry.id] : RuleOverride{};
    const bool was_there = selection_.overrides.contains(entry.id);
    if (entry.state == RuleEntry::Switch::Off) changed.off = true;
    if (entry.state == RuleEntry::Switch::On) changed.off = false;
    if (entry.severity) changed.severity = entry.severity;
    if (entry.settings.is_object()) {
      copy_settings(entry.settings.as_object(), rule->settings, "rule `" + entry.id + "`",
                    changed.settings);
    }
    // settings alone leave a rule that is off by itself as it is
    if (!was_there && entry.state == RuleEntry::Switch::Unsaid) changed.off = !rule->enabled;
    selection_.overrides[entry.id] = std::move(changed);
  }

  void apply_shared(const Object& settings) {
    std::vector<Setting> known;
    for (const auto& vocabulary : rules_.vocabularies) {
      known.insert(known.end(), vocabulary->settings.begin(), vocabulary->settings.end());
    }
    copy_settings(settings, known, "the vocabulary", selection_.settings);
  }

  void copy_settings(const Object& given, const std::vector<Setting>& known,
                     const std::string& owner, std::map<std::string, Value, std::less<>>& target) {
    std::vector<std::string_view> names;
    for (const Setting& setting : known) names.push_back(setting.name);
    for (const Object::Property& property : given.properties()) {
      const auto setting = std::find_if(known.begin(), known.end(), [&](const Setting& candidate) {
        return candidate.name == property.name;
      });
      if (setting == known.end()) {
        report_unknown_setting(property, owner, names);
        continue;
      }
      const std::string wrong = mismatch(*setting, property.value);
      if (wrong.empty()) {
        target[property.name] = property.value;
      } else {
        values_.report(property.value.origin(), fmt::format("`{}` {}", property.name, wrong));
      }
    }
  }

  void report_unknown_setting(const Object::Property& property, const std::string& owner,
                              const std::vector<std::string_view>& names) {
    if (names.empty()) {
      values_.report(property.name_span, owner + " has no settings");
    } else {
      values_.report_unknown(property.name_span, "setting of " + owner, property.name, names);
    }
  }

  std::vector<std::string> ids(const std::vector<std::string>& names, std::string_view option) {
    std::vector<std::string> found;
    for (const std::string& name : names) {
      const auto rule =
          std::find_if(rules_.rules.begin(), rules_.rules.end(), [&](const auto& candidate) {
            return equal_ignoring_case(candidate->facts.id, name) || candidate->facts.name == name;
          });
      if (rule != rules_.rules.end()) {
        found.push_back((*rule)->facts.id);
        continue;
      }
      problems_.push_back({.kind = ProblemKind::ConfigurationError,
                           .message = fmt::format("`{}`: {}", option, unknown_rule(name)),
                           .span = {},
                           .path = {}});
    }
    // an empty list would mean every rule
    if (found.empty() && !names.empty()) found = names;
    return found;
  }

  std::string unknown_rule(std::string_view name) const {
    const std::string_view near = nearest_rule(rules_, name);
    return fmt::format("no rule is called `{}`", name) +
           (near.empty() ? std::string("; `exrlint rules list` lists all")
                         : fmt::format(", did you mean `{}`?", near));
  }

  const RuleSet& rules_;
  Problems& problems_;
  ConfigurationValues values_;
  Selection selection_;
};

}  // namespace

std::string_view nearest_rule(const RuleSet& rules, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& rule : rules.rules) {
    // IDs are short and alike: two wrong characters are another one
    if (edit_distance(rule->facts.id, name) == 1) names.push_back(rule->facts.id);
    names.push_back(rule->facts.name);
  }
  return closest(name, names);
}

Selection select_rules(const Configuration& configuration, const RuleOptions& options,
                       const RuleSet& rules, Problems& problems) {
  return Selector(rules, problems).select(configuration, options);
}

}  // namespace exr
