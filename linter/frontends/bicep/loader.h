#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "findings/problem.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"
#include "template/template.h"

namespace exr {

/// Where Bicep files are read from and what they are read into. All parts outlive the call.
struct BicepReading {
  const FileSystem& files;
  SourceMap& sources;
  const Limits& limits;
  TemplateLibrary& library;
  Problems& problems;
  /// Reads a module that is an ARM JSON template; empty if it is none or cannot be read. Null where
  /// nobody reads such files.
  std::optional<TemplateId> (*load_arm)(const std::string& path,
                                        const BicepReading& reading) = nullptr;
};

/// Whether a path names a file that load_bicep reads: `.bicep` or `.bicepparam`.
bool is_bicep_path(std::string_view path);

/// Reads a Bicep template or parameter file with everything that it names: local modules, imports,
/// `using` and `extends`. A file that is in the library already is not read again. Empty if the
/// file itself cannot be read (an UnreadableFile or LimitExceeded Problem says why); what is wrong
/// inside, or with a file that it names, is a Problem at its place, and Template::partial is set.
std::optional<TemplateId> load_bicep(const std::string& path, const BicepReading& reading);

}  // namespace exr
