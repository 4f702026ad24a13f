#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reporters/reporter.h"
#include "source/file_system.h"

namespace exr {

/// What git knows of a project root (a shown path): the address of its remote `origin`, the commit,
/// the branch. Only files of `.git` are read, no program is run. Empty where the root is no
/// repository or its remote is not reachable by a web address.
std::optional<VersionControl> find_version_control(const FileSystem& files,
                                                   const std::string& root);

/// The web address of a remote: `git@host:owner/name.git` and `ssh://` become `https://`, a user
/// and a password are left out. Empty for a path or another protocol.
std::string repository_uri(std::string_view remote);

}  // namespace exr
