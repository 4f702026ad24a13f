#include "app/configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/configuration_limits.h"
#include "app/configuration_values.h"
#include "app/folders.h"
#include "app/profiles.h"
#include "formats/yaml_reader.h"
#include "support/text.h"
#include "value/containers.h"

namespace exr {

namespace {

constexpr std::size_t kMostExtended = 16;

// Reads files one over the other: what a file extends first.
class ConfigurationReader {
 public:
  ConfigurationReader(ConfigurationOrigin origin, FileSystem& files, SourceMap& sources,
                      Problems& problems)
      : origin_(origin), files_(files), sources_(sources), problems_(problems), values_(problems) {}

  Configuration read(const std::string& path) {
    configuration_.path = path;
    configuration_.readable = read_file(path, {});
    return std::move(configuration_);
  }

 private:
  using Section = void (ConfigurationReader::*)(const Value&);
  struct NamedSection {
    std::string_view key;
    Section read;
  };

  // in the order in which they are read, whatever the file's own order
  static constexpr auto sections() {
    return std::array{
        NamedSection{"extends", &ConfigurationReader::read_extends},
        NamedSection{"rules", &ConfigurationReader::read_rules},
        NamedSection{"settings", &ConfigurationReader::read_settings},
        NamedSection{"rulePaths", &ConfigurationReader::read_rule_paths},
        NamedSection{"parameters", &ConfigurationReader::read_parameters},
        NamedSection{"deployment", &ConfigurationReader::read_deployment},
        NamedSection{"modules", &ConfigurationReader::read_modules},
        NamedSection{"exclude", &ConfigurationReader::read_exclude},
        NamedSection{"limits", &ConfigurationReader::read_limits},
    };
  }

  bool read_file(const std::string& path, Span named_at) {
    if (std::find(open_.begin(), open_.end(), path) != open_.end() ||
        open_.size() >= kMostExtended) {
      values_.report(named_at, fmt::format("`{}` extends itself in the end", path));
      return false;
    }
    const std::optional<Value> document = read_document(path, named_at);
    if (!document) return false;
    if (document->is_null()) return true;
    const Object* object = values_.object(*document, "the configuration");
    if (object == nullptr) return false;
    open_.push_back(path);
    const std::string outer = std::exchange(folder_, parent_folder(path));
    read_sections(*object);
    folder_ = outer;
    open_.pop_back();
    return true;
  }

  std::optional<Value> read_document(const std::string& path, Span named_at) {
    Result<std::string> text = files_.read(path, configuration_.limits.source_file_size);
    if (!text.ok()) {
      const std::string message = "configuration cannot be read: " + text.failure().message;
      problems_.push_back({.kind = ProblemKind::ConfigurationError,
                           .message = message,
                           .span = named_at,
                           .path = path});
      return std::nullopt;
    }
    const FileId file = sources_.add(path, std::move(text).value());
    Problems found;
    std::optional<Value> document =
        read_yaml(sources_.file(file).text(), file, configuration_.limits, found);
    for (Problem& problem : found) {
      problem.kind = ProblemKind::ConfigurationError;
      problems_.push_back(std::move(problem));
    }
    return document;
  }

  void allow(const std::string& path) {
    if (origin_ == ConfigurationOrigin::Named) files_.allow(path);
  }

  void read_sections(const Object& object) {
    std::vector<std::string_view> keys;
    for (const NamedSection& section : sections()) {
      keys.push_back(section.key);
      if (const auto* property = object.find_property(section.key)) {
        if (property->name == section.key) (this->*section.read)(property->value);
      }
    }
    for (const Object::Property& property : object.properties()) {
      if (std::find(keys.begin(), keys.end(), property.name) == keys.end()) {
        values_.report_unknown(property.name_span, "key of the configuration", property.name, keys);
      }
    }
  }

  void read_extends(const Value& value) {
    const auto name = values_.text(value, "`extends`");
    if (!name) return;
    if (find_profile(*name)) {
      configuration_.profile = *name;
      return;
    }
    const bool is_path = name->find_first_of("/.") != std::string::npos;
    if (!is_path) {
      values_.report_unknown(value.origin(), "profile", *name, profile_names());
      return;
    }
    const std::string path = join_path(folder_, *name);
    allow(path);
    read_file(path, value.origin());
  }

  void read_rules(const Value& value) {
    const Object* rules = values_.object(value, "`rules`");
    if (rules == nullptr) return;
    for (const Object::Property& rule : rules->properties()) {
      RuleEntry entry;
      entry.id = to_upper(rule.name);
      entry.id_span = rule.name_span;
      read_rule(rule.value, "`" + rule.name + "`", entry);
      configuration_.rules.push_back(std::move(entry));
    }
  }

  void read_rule(const Value& value, const std::string& what, RuleEntry& entry) {
    if (!value.is_object()) {
      read_level(value, what, entry);
      return;
    }
    for (const Object::Property& property : value.as_object().properties()) {
      if (property.name == "severity") {
        read_level(property.value, "`severity`", entry);
      } else if (property.name == "settings") {
        if (values_.object(property.value, "`settings`") != nullptr) {
          entry.settings = property.value;
        }
      } else {
        values_.report_unknown(property.name_span, "key of a rule", property.name,
                               {"severity", "settings"});
      }
    }
  }

  // `off`, `on`, or a severity, which also turns the rule on. YAML itself may read the first two as
  // truth values.
  void read_level(const Value& value, const std::string& what, RuleEntry& entry) {
    if (value.is_bool() || (value.is_string() && equal_ignoring_case(value.as_string(), "on")) ||
        (value.is_string() && equal_ignoring_case(value.as_string(), "off"))) {
      const bool on = value.is_bool() ? value.as_bool() : value.as_string().size() == 2;
      entry.state = on ? RuleEntry::Switch::On : RuleEntry::Switch::Off;
      return;
    }
    if (value.is_string()) entry.severity = find_severity(value.as_string());
    if (entry.severity) {
      entry.state = RuleEntry::Switch::On;
      return;
    }
    values_.report(value.origin(), fmt::format("{} is {}, expected `error`, `warning`, `note`, "
                                               "`off` or `on`",
                                               what, described(value)));
  }

  void read_settings(const Value& value) {
    if (values_.object(value, "`settings`") != nullptr) configuration_.settings.push_back(value);
  }

  void read_rule_paths(const Value& value) {
    for (const Value& path : values_.texts(value, "`rulePaths`")) {
      configuration_.rule_paths.push_back(
          {.path = join_path(folder_, path.as_string()), .span = path.origin()});
      allow(configuration_.rule_paths.back().path);
    }
  }

  void read_parameters(const Value& value) {
    const Object* parameters = values_.object(value, "`parameters`");
    if (parameters == nullptr) return;
    for (const Object::Property& parameter : parameters->properties()) {
      auto& known = configuration_.parameters;
      std::erase_if(known, [&](const Argument& argument) {
        return equal_ignoring_case(argument.name, parameter.name);
      });
      known.push_back({.name = parameter.name,
                       .value = parameter.value,
                       .given = Given::File,
                       .name_span = parameter.name_span});
    }
  }

  void read_deployment(const Value& value) {
    DeploymentPlace& place = configuration_.deployment;
    const std::array<std::pair<std::string_view, std::string*>, 6> fields = {{
        {"tenantId", &place.tenant_id},
        {"managementGroup", &place.management_group},
        {"subscriptionId", &place.subscription_id},
        {"resourceGroup", &place.resource_group},
        {"location", &place.location},
        {"name", &place.name},
    }};
    const Object* deployment = values_.object(value, "`deployment`");
    if (deployment == nullptr) return;
    for (const Object::Property& property : deployment->properties()) {
      if (property.name == "tags") {
        if (values_.object(property.value, "`tags`") != nullptr) place.tags = property.value;
        continue;
      }
      const auto* field = std::find_if(fields.begin(), fields.end(), [&](const auto& candidate) {
        return candidate.first == property.name;
      });
      if (field == fields.end()) {
        std::vector<std::string_view> keys = {"tags"};
        for (const auto& [key, target] : fields) keys.push_back(key);
        values_.report_unknown(property.name_span, "key of `deployment`", property.name, keys);
      } else if (auto text = values_.text(property.value, "`" + property.name + "`")) {
        *field->second = std::move(*text);
      }
    }
  }

  void read_modules(const Value& value) {
    const Object* modules = values_.object(value, "`modules`");
    if (modules == nullptr) return;
    for (const Object::Property& property : modules->properties()) {
      if (!property.name.str().starts_with("br") && !property.name.str().starts_with("ts")) {
        values_.report(property.name_span,
                       fmt::format("`{}` is not how references to modules begin, as `br/public` or "
                                   "`br:example.azurecr.io` is",
                                   property.name));
        continue;
      }
      const auto folder = values_.text(property.value, "`" + property.name + "`");
      if (!folder) continue;
      configuration_.modules[property.name] = join_path(folder_, *folder);
      allow(configuration_.modules[property.name]);
    }
  }

  void read_exclude(const Value& value) {
    ExcludedFiles excluded;
    excluded.folder = folder_;
    for (const Value& pattern : values_.texts(value, "`exclude`")) {
      excluded.patterns.add(pattern.as_string());
    }
    configuration_.excluded.push_back(std::move(excluded));
  }

  void read_limits(const Value& value) {
    const Object* limits = values_.object(value, "`limits`");
    if (limits != nullptr) exr::read_limits(*limits, values_, configuration_.limits);
  }

  ConfigurationOrigin origin_;
  FileSystem& files_;
  SourceMap& sources_;
  Problems& problems_;
  ConfigurationValues values_;
  Configuration configuration_;
  // the files that are being read, each extended by the one before it
  std::vector<std::string> open_;
  std::string folder_;
};

}  // namespace

Configuration read_configuration(const std::string& path, ConfigurationOrigin origin,
                                 FileSystem& files, SourceMap& sources, Problems& problems) {
  return ConfigurationReader(origin, files, sources, problems).read(path);
}

std::optional<std::string> find_configuration(const FileSystem& files, const std::string& folder,
                                              std::string_view working_folder) {
  for (const std::string& candidate : folders_upward(folder, working_folder)) {
    std::string path = join_path(candidate, kConfigurationFile);
    if (files.is_file(path)) return path;
    const std::string git = join_path(candidate, ".git");
    if (files.is_directory(git) || files.is_file(git)) return std::nullopt;
  }
  return std::nullopt;
}

Configuration chosen_configuration(const ConfigurationChoice& choice, FileSystem& files,
                                   SourceMap& sources, Problems& problems) {
  if (!choice.path.empty()) {
    return read_configuration(choice.path, ConfigurationOrigin::Named, files, sources, problems);
  }
  const auto path = find_configuration(files, ".", choice.working_folder);
  if (!path) return {};
  files.allow(project_root(files, ".", choice.working_folder));
  return read_configuration(*path, ConfigurationOrigin::Found, files, sources, problems);
}

}  // namespace exr
