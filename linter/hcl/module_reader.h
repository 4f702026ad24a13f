#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "findings/problem.h"
#include "hcl/hcl_document.h"
#include "hcl/terraform_module.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Reads the modules of folders, each once. The parameters outlive it.
class ModuleReader {
 public:
  ModuleReader(const FileSystem& files, SourceMap& sources, const Limits& limits,
               Problems& problems)
      : files_(files), sources_(sources), limits_(limits), problems_(problems) {}

  /// Whether a folder holds a file of a module.
  bool is_module(const std::string& folder) const { return !files_of(folder).empty(); }
  /// Null if the folder holds none.
  const TerraformModule* find(const std::string& folder);
  const HclExpressions& expressions() const { return expressions_; }

 private:
  std::vector<std::string> files_of(const std::string& folder) const;
  HclDocument read(const std::string& path);

  const FileSystem& files_;
  SourceMap& sources_;
  const Limits& limits_;
  Problems& problems_;
  HclExpressions expressions_;
  std::map<std::string, std::unique_ptr<TerraformModule>> modules_;
};

}  // namespace exr
