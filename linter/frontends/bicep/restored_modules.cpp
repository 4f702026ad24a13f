#include "frontends/bicep/restored_modules.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "frontends/bicep/bicep_config.h"
#include "frontends/bicep/registry_reference.h"
#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kModuleFile = "main.json";

// What follows `prefix` and a separator; empty if the text does not go on so.
std::string_view rest_behind(std::string_view text, std::string_view prefix) {
  while (prefix.ends_with('/') || prefix.ends_with(':')) prefix.remove_suffix(1);
  if (!text.starts_with(prefix) || text.size() < prefix.size() + 2) return {};
  const char separator = text[prefix.size()];
  if (separator != '/' && separator != ':') return {};
  return text.substr(prefix.size() + 1);
}

// How a reference reads without its alias: `br:mcr.microsoft.com/bicep` for `br/public`.
std::string without_alias(std::string_view text, const BicepConfig& config) {
  for (const auto& [alias, target] : config.registry_aliases) {
    const std::string scheme = "br/" + alias;
    if (text == scheme) return "br:" + target;
    if (const std::string_view rest = rest_behind(text, scheme); !rest.empty())
      return "br:" + target + "/" + std::string(rest);
  }
  return std::string(text);
}

// Whether a path leads nowhere but down. What an alias stands for was not checked with the
// reference.
bool leads_down(std::string_view path) {
  const std::vector<std::string_view> segments = split(path, '/');
  return std::none_of(segments.begin(), segments.end(), [](std::string_view segment) {
    return segment.empty() || segment == "." || segment == "..";
  });
}

class Search {
 public:
  Search(std::string_view written, const BicepConfig& config, const Reading& reading)
      : parts_(split_reference(written)), config_(config), reading_(reading) {}

  std::optional<RestoredModule> in_folders() const {
    if (parts_.version.empty()) return std::nullopt;
    const std::string address = std::string(parts_.scheme) + ":" + std::string(parts_.path);
    std::optional<RestoredModule> best;
    std::size_t longest = 0;
    for (const auto& [prefix, folder] : reading_.stores.folders) {
      if (prefix.size() <= longest) continue;
      if (const auto found = in_folder(folder, path_behind(address, prefix))) {
        best = found;
        longest = prefix.size();
      }
    }
    return best;
  }

  std::optional<RestoredModule> in_cache(const std::string& root, const FileSystem& files,
                                         const RegistryReference& reference) const {
    const std::string folder = join_path(root, folder_in_cache(reference));
    std::string path = join_path(folder, kModuleFile);
    if (!files.is_file(path)) return std::nullopt;
    return RestoredModule{.path = std::move(path), .files = &files};
  }

 private:
  // An alias and the registry behind it are one.
  std::string path_behind(const std::string& address, const std::string& prefix) const {
    if (const auto rest = rest_behind(address, prefix); !rest.empty()) return std::string(rest);
    return std::string(
        rest_behind(without_alias(address, config_), without_alias(prefix, config_)));
  }

  std::optional<RestoredModule> in_folder(const std::string& folder,
                                          const std::string& path) const {
    if (!leads_down(path)) return std::nullopt;
    const std::string module = join_path(join_path(folder, path), version_folder(parts_.version));
    std::string file = join_path(module, kModuleFile);
    if (!reading_.files.is_file(file)) return std::nullopt;
    return RestoredModule{.path = std::move(file), .files = &reading_.files};
  }

  WrittenReference parts_;
  const BicepConfig& config_;
  const Reading& reading_;
};

// `~` is the user's own folder, of which only the cache may be read.
bool is_user_cache(const std::string& root, const UserModuleCache& cache) {
  if (cache.files == nullptr || root.empty()) return false;
  if (!root.starts_with("~/")) return root == cache.folder;
  return join_path(parent_folder(cache.folder), root.substr(2)) == cache.folder;
}

}  // namespace

Result<RestoredModule> find_restored_module(std::string_view reference, const std::string& file,
                                            const Reading& reading) {
  const BicepConfig config = find_bicep_config(parent_folder(file), reading);
  const Search search(reference, config, reading);
  if (auto found = search.in_folders()) return *found;
  const Result<RegistryReference> parsed = parse_registry_reference(reference, config);
  if (!parsed.ok()) return parsed.failure();
  const UserModuleCache& cache = reading.stores.user_cache;
  const bool has_own_root = !config.cache_root.empty() && !is_user_cache(config.cache_root, cache);
  if (has_own_root) {
    if (auto found = search.in_cache(config.cache_root, reading.files, parsed.value()))
      return *found;
  }
  if (cache.files != nullptr) {
    if (auto found = search.in_cache(cache.folder, *cache.files, parsed.value())) return *found;
  }
  std::string message = "comes from a registry; `bicep restore " + file + "` restores it";
  if (has_own_root && !reading.files.is_directory(config.cache_root)) {
    message += ", but `cacheRootDirectory` of `" + config.path +
               "` is missing or outside of the project, where nothing is read";
  }
  return Failure{std::move(message)};
}

}  // namespace exr
