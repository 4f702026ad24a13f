#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/problem.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Where the modules lie that `terraform init` installed: `.terraform/modules/modules.json` of a
/// root folder, which names the folder of each chain of calls, as in `hub.subnets`.
class ModuleFolders {
 public:
  struct Folder {
    /// Seen from where the program's paths are.
    std::string path;
    /// From a registry, a repository or an archive.
    bool is_third_party = false;
  };

  /// Reads the list; without one nothing is found.
  ModuleFolders(const std::string& root, const FileSystem& files, SourceMap& sources,
                const Limits& limits, Problems& problems);

  std::optional<Folder> find(const std::vector<std::string>& module_calls) const;

 private:
  std::map<std::string, Folder, std::less<>> folders_;
};

/// Whether a module's `source` is a folder beside the one that calls it: `./x`, `../x`.
bool is_local_source(std::string_view source);

}  // namespace exr
