#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "hcl/hcl_outline.h"
#include "hcl/hcl_reader.h"
#include "hcl/source_targets.h"
#include "source/file_system.h"
#include "source/source_map.h"
#include "support/check.h"
#include "support/limits.h"

namespace {

const char* const kPath = "root/main.tf";

// A file is read alone, and all that a file says stands in it.
exr::HclDocument read_alone(std::string_view text, const exr::Limits& limits) {
  exr::HclExpressions expressions;
  exr::Problems problems;
  exr::HclDocument document = exr::read_hcl(text, exr::FileId{0}, expressions, limits, problems);
  for (const exr::Problem& problem : problems)
    EXR_CHECK(problem.span.begin <= problem.span.end && problem.span.end <= text.size());
  for (const exr::Comment& comment : exr::outline_hcl(text, limits.nesting).comments)
    EXR_CHECK(comment.begin < comment.end && comment.end <= text.size());
  return document;
}

void ask(const exr::HclBlock& block, exr::TerraformSources& configuration,
         exr::SourceTargetFinder& finder) {
  const exr::SourceInstance instance{.is_data = block.type == "data",
                                     .type = block.labels[0],
                                     .name = block.labels[1],
                                     .key = "a"};
  for (const exr::HclAttribute& attribute : block.body.attributes) {
    configuration.find_argument_behind(exr::block_of(instance), {attribute.name});
    finder.find(instance, {attribute.name});
  }
  for (const exr::HclBlock& nested : block.body.blocks) {
    const std::string& type = nested.labels.empty() ? nested.type : nested.labels[0];
    configuration.find_written(exr::block_of(instance), {type, 0, "name"});
    finder.find(instance, {type, 0, "name"});
  }
}

}  // namespace

// Any bytes as the only file of a configuration, which is asked for all of its attributes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const exr::Limits limits;
  const exr::HclDocument document = read_alone(text, limits);
  exr::MemoryFileSystem files;
  files.write(kPath, text);
  exr::SourceMap sources;
  exr::Problems problems;
  exr::TerraformSources configuration("root", files, sources, limits, problems);
  exr::SourceTargetFinder finder(configuration, {});
  for (const exr::HclBlock& block : document.body.blocks) {
    if (block.labels.size() == 2) ask(block, configuration, finder);
  }
  return 0;
}
