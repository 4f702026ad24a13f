#include <cstddef>
#include <cstdint>
#include <string>

#include "app/configuration.h"
#include "app/rule_loading.h"
#include "app/selection.h"

// Arbitrary bytes as a configuration file, up to the selection of rules.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string path(exr::kConfigurationFile);
  exr::MemoryFileSystem files;
  files.write(path, std::string(reinterpret_cast<const char*>(data), size));
  exr::SourceMap sources;
  exr::Problems problems;
  const exr::Configuration configuration =
      exr::read_configuration(path, exr::ConfigurationOrigin::Found, files, sources, problems);
  const exr::RuleSet rules = exr::all_rules(configuration, {}, files, sources, problems);
  exr::select_rules(configuration, {}, rules, problems);
  return 0;
}
