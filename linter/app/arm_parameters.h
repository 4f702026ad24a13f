#pragma once

#include <optional>
#include <string>
#include <vector>

#include "findings/problem.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "template/deployment.h"

namespace exr {

/// Reads an ARM parameter file: a document with `parameters`, or what would stand in there alone.
/// Each parameter has a `value`, or a `reference` to a secret in a Key Vault
/// (https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files). What is
/// wrong in it is a Problem with its place. Empty if the file cannot be read.
std::optional<std::vector<Argument>> read_arm_parameters(const std::string& path,
                                                         const FileSystem& files,
                                                         const Limits& limits, SourceMap& sources,
                                                         Problems& problems);

}  // namespace exr
