#include "app/rule_loading.h"

#include <set>

#include "policy/loader.h"
#include "policy/pack.h"

namespace exr {

RuleSet all_rules(const Configuration& configuration, const std::vector<std::string>& folders,
                  FileSystem& files, SourceMap& sources, Problems& problems) {
  RuleSet rules = decode_pack(embedded_pack());
  std::vector<NamedPath> named = configuration.rule_paths;
  for (const std::string& folder : folders) {
    files.allow(folder);
    named.push_back({.path = normal_path(folder), .span = {}});
  }
  // a folder may be named twice: by the configuration and on the command line
  std::set<std::string> loaded;
  for (const NamedPath& folder : named) {
    if (!loaded.insert(folder.path).second) continue;
    if (files.is_directory(folder.path)) {
      load_rules(folder.path, {files, configuration.limits, sources, rules, problems});
    } else {
      problems.push_back({.kind = ProblemKind::ConfigurationError,
                          .message = "there is no folder `" + folder.path +
                                     "` to read rules from, at least none that may be read",
                          .span = folder.span,
                          .path = folder.path});
    }
  }
  return rules;
}

}  // namespace exr
