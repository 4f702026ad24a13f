#pragma once

#include <string>
#include <string_view>

#include "support/result.h"
#include "template/reading.h"

namespace exr {

/// A module of a registry that lies on this machine: ARM JSON.
struct RestoredModule {
  std::string path;
  /// What may read it; outlives the run.
  const FileSystem* files = nullptr;
};

/// Looks for the module that `reference` names in `file`, in this order: the folders of the
/// configuration, `cacheRootDirectory` of `bicepconfig.json` as far as it may be read, Bicep's
/// cache of the user. The Failure goes on from the reference, says why it is not there, and which
/// command restores it.
Result<RestoredModule> find_restored_module(std::string_view reference, const std::string& file,
                                            const Reading& reading);

}  // namespace exr
