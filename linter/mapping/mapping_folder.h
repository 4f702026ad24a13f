#pragma once

#include <string>
#include <vector>

#include "findings/problem.h"
#include "mapping/mapping_reader.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

namespace exr {

/// Where mapping files are read from. All parts outlive the call.
struct MappingReading {
  const FileSystem& files;
  const Limits& limits;
  SourceMap& sources;
  Problems& problems;
};

/// Reads the mappings of a folder of rules, in the order of their names: each `*.yaml` in the
/// folders of `mappings/` but `schema` is one, named as its Terraform type. `mappings/schema/`
/// holds the schemas of providers, `mappings/mixins.yaml` the mixins; `tables/` beside `mappings/`
/// the tables. Mistakes are Problems; the mapping that has one is left out.
std::vector<ReadMapping> read_mappings(const std::string& rules, const MappingReading& reading);

}  // namespace exr
