#include "frontends/bicep/bicep_config.h"

#include <optional>
#include <utility>

#include "formats/json_reader.h"
#include "value/containers.h"

namespace exr {

namespace {

// no path of a disk has more folders
constexpr std::size_t kMostFolders = 512;

const Object* object_of(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->is_object() ? &value->as_object() : nullptr;
}

std::string text_of(const Object& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->is_string() ? value->as_string() : std::string();
}

// Two parts joined by a slash; empty if one that is needed is not there.
using Joined = std::string (*)(const Object& alias);

std::string registry_alias(const Object& alias) {
  const std::string path = text_of(alias, "modulePath");
  std::string registry = text_of(alias, "registry");
  if (!registry.empty() && !path.empty()) registry += "/" + path;
  return registry;
}

std::string template_spec_alias(const Object& alias) {
  const std::string subscription = text_of(alias, "subscription");
  const std::string group = text_of(alias, "resourceGroup");
  return subscription.empty() || group.empty() ? std::string() : subscription + "/" + group;
}

void read_aliases(const Object* aliases, Joined joined, BicepConfig::Aliases& into) {
  if (aliases == nullptr) return;
  for (const Object::Property& alias : aliases->properties()) {
    if (!alias.value.is_object()) continue;
    std::string target = joined(alias.value.as_object());
    if (!target.empty()) into[alias.name] = std::move(target);
  }
}

void read_config(const Object& document, BicepConfig& config) {
  if (const Object* aliases = object_of(document, "moduleAliases")) {
    read_aliases(object_of(*aliases, "br"), registry_alias, config.registry_aliases);
    read_aliases(object_of(*aliases, "ts"), template_spec_alias, config.template_spec_aliases);
  }
  config.cache_root = text_of(document, "cacheRootDirectory");
  if (!config.cache_root.empty() && !config.cache_root.starts_with('~'))
    config.cache_root = join_path(parent_folder(config.path), config.cache_root);
  const Value* implicit = document.find("implicitExtensions");
  if (implicit == nullptr || !implicit->is_array()) return;
  for (const Value& name : implicit->as_array().members) {
    if (name.is_string()) config.implicit_extensions.push_back(name.as_string());
  }
}

std::optional<std::string> find_file(const std::string& folder, const FileSystem& files) {
  std::string at = folder;
  for (std::size_t i = 0; i < kMostFolders; ++i) {
    std::string path = join_path(at, kBicepConfigFile);
    if (files.is_file(path)) return path;
    std::string above = folder_above(at);
    // above the project nothing may be read
    if (above == at || !files.is_directory(above)) return std::nullopt;
    at = std::move(above);
  }
  return std::nullopt;
}

// The document, told of only once in a run.
std::optional<Value> read_document(const std::string& path, const Reading& reading) {
  auto file = reading.sources.find(path);
  Problems told_before;
  Problems& problems = file ? told_before : reading.problems;
  if (!file) {
    Result<std::string> text = reading.files.read(path, reading.limits.source_file_size);
    if (!text.ok()) {
      problems.push_back({.kind = ProblemKind::UnreadableFile,
                          .message = text.failure().message,
                          .span = {},
                          .path = path});
    }
    file = reading.sources.add(path, text.ok() ? std::move(text).value() : "{}");
  }
  return read_json(reading.sources.file(*file).text(), *file, reading.limits, problems);
}

}  // namespace

BicepConfig find_bicep_config(const std::string& folder, const Reading& reading) {
  BicepConfig config;
  // as Bicep's built-in configuration has it
  config.registry_aliases["public"] = "mcr.microsoft.com/bicep";
  const auto path = find_file(folder, reading.files);
  if (!path) return config;
  config.path = *path;
  const std::optional<Value> document = read_document(*path, reading);
  if (document && document->is_object()) read_config(document->as_object(), config);
  return config;
}

}  // namespace exr
