#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ignore_patterns.h"
#include "findings/problem.h"
#include "findings/severity.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "template/deployment.h"
#include "value/value.h"

namespace exr {

/// The name of the configuration file.
inline constexpr std::string_view kConfigurationFile = ".exrlint.yaml";

/// What the configuration says of one rule. Whether there is such a rule is not known here.
struct RuleEntry {
  enum class Switch : std::uint8_t { Unsaid, On, Off };
  std::string id;
  Span id_span;
  Switch state = Switch::Unsaid;
  std::optional<Severity> severity;
  /// An object, or null.
  Value settings;
};

/// A path with the place where it is named.
struct NamedPath {
  /// From the working folder.
  std::string path;
  Span span;
};

/// Patterns of what is not linted, and the folder from which they count.
struct ExcludedFiles {
  std::string folder;
  IgnorePatterns patterns;
};

/// `.exrlint.yaml` with what it extends, as read; or what holds without one.
struct Configuration {
  /// Empty without a file.
  std::string path;
  /// The built-in profile that it begins with.
  std::string profile = "recommended";
  /// In order; later ones of the same rule add to earlier ones.
  std::vector<RuleEntry> rules;
  /// Objects (or null) of the settings that every rule sees, in order.
  std::vector<Value> settings;
  std::vector<NamedPath> rule_paths;
  /// Values for parameters of templates that have one of the name.
  std::vector<Argument> parameters;
  DeploymentPlace deployment;
  /// How references to modules begin, and the folder where these lie (see ModuleStores).
  std::map<std::string, std::string> modules;
  std::vector<ExcludedFiles> excluded;
  Limits limits;
  /// Whether the file is there and its text could be read as YAML.
  bool readable = true;
};

/// How a configuration came into the run.
enum class ConfigurationOrigin : std::uint8_t {
  /// It lies in the project, and is as hostile as the rest of it may be: what it names outside of
  /// the project is not read.
  Found,
  /// Whoever runs exrlint names it: what it names may be read from now on, wherever it lies.
  Named,
};

/// Reads a configuration with what it extends. What is wrong in it is a ConfigurationError with its
/// place, and left out. Paths in it count from its own folder.
Configuration read_configuration(const std::string& path, ConfigurationOrigin origin,
                                 FileSystem& files, SourceMap& sources, Problems& problems);

/// The nearest configuration from a folder upwards, up to the folder with `.git`; empty if there is
/// none.
std::optional<std::string> find_configuration(const FileSystem& files, const std::string& folder,
                                              std::string_view working_folder);

/// Which configuration is meant where no file is checked: the named one, else the nearest from the
/// working folder.
struct ConfigurationChoice {
  std::string path;
  std::string working_folder;
};
/// Reads it; without one everything is as by default. From then on only the project may be read,
/// and what is named.
Configuration chosen_configuration(const ConfigurationChoice& choice, FileSystem& files,
                                   SourceMap& sources, Problems& problems);

}  // namespace exr
