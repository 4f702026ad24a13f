#pragma once

#include <map>
#include <string>

#include "source/file_system.h"

namespace exr {

/// Bicep's cache of the user, in which `bicep restore` puts modules: `~/.bicep`.
struct UserModuleCache {
  /// Absolute; empty without one.
  std::string folder;
  /// Reads from it and from nowhere else. The file system of the project does not: a template can
  /// name a module, but no file of the cache. Null without one; outlives the run.
  const FileSystem* files = nullptr;
};

/// Where modules of registries lie on this machine (decision record 0007).
struct ModuleStores {
  /// From the configuration: how references begin (`br/public`, `br:example.azurecr.io/hub`), and
  /// the folder below which `<module path>/<tag>/main.json` lies.
  std::map<std::string, std::string> folders;
  UserModuleCache user_cache;
};

}  // namespace exr
