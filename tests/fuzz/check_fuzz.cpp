#include <cstddef>
#include <cstdint>
#include <string>

#include "app/run.h"
#include "reporters/registry.h"

// A whole run over arbitrary bytes as a Bicep file, up to every report.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  exr::MemoryFileSystem files;
  files.write("main.bicep", std::string(reinterpret_cast<const char*>(data), size));
  exr::RunRequest request;
  request.paths = {"main.bicep"};
  exr::SourceMap sources;
  const exr::Report report = exr::lint(request, files, sources);
  exr::ReportOptions options;
  options.show_open = true;
  options.sarif_include.open = true;
  std::size_t written = 0;
  for (const exr::ReporterEntry& entry : exr::reporters()) {
    written += entry.reporter.document(report, options).size();
  }
  return written == 0 ? 1 : 0;
}
