#pragma once

#include <string>
#include <vector>

#include "app/configuration.h"
#include "findings/problem.h"
#include "policy/rule.h"
#include "source/file_system.h"
#include "source/source_map.h"

namespace exr {

/// The built-in rules, then those of the configuration's `rulePaths`, then those of `folders` (of
/// the command line). A folder that is not there is a ConfigurationError.
RuleSet all_rules(const Configuration& configuration, const std::vector<std::string>& folders,
                  FileSystem& files, SourceMap& sources, Problems& problems);

}  // namespace exr
