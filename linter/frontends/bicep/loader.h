#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "template/reading.h"
#include "template/template.h"

namespace exr {

/// Reads a module that is an ARM JSON template; empty if it is none or cannot be read.
using ArmModuleReader = std::optional<TemplateId> (*)(const std::string& path,
                                                      const Reading& reading);

/// Whether a path names a file that load_bicep reads: `.bicep` or `.bicepparam`.
bool is_bicep_path(std::string_view path);

/// Reads a Bicep template or parameter file with everything that it names: local modules, imports,
/// `using` and `extends`. A file that is in the library already is not read again. Empty if the
/// file itself cannot be read (an UnreadableFile or LimitExceeded Problem says why); what is wrong
/// inside, or with a file that it names, is a Problem at its place, and Template::partial is set.
/// Without `load_arm` modules in ARM JSON are not read.
std::optional<TemplateId> load_bicep(const std::string& path, const Reading& reading,
                                     ArmModuleReader load_arm = nullptr);

}  // namespace exr
