#include <cstddef>
#include <cstdint>
#include <string>

#include "hcl/source_targets.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/limits.h"

// Any bytes as the only file of a configuration: read, indexed, and asked what an attribute is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  exr::MemoryFileSystem files;
  files.write("root/main.tf", std::string(reinterpret_cast<const char*>(data), size));
  exr::SourceMap sources;
  exr::Problems problems;
  const exr::Limits limits;
  exr::TerraformSources configuration("root", files, sources, limits, problems);
  const exr::SourceInstance instance{.type = "t", .name = "r"};
  configuration.find_written(exr::block_of(instance), {"x", 0, "y"});
  configuration.find_argument_behind(exr::block_of(instance), {"x"});
  exr::SourceTargetFinder finder(configuration, {});
  finder.find(instance, {"x"});
  finder.find(instance, {"y", 0, "z"});
  return 0;
}
