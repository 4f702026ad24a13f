#include <cstddef>
#include <cstdint>
#include <string>

#include "policy/loader.h"
#include "policy/pack.h"
#include "support/check.h"

// Arbitrary bytes as a rule, as a vocabulary and as a table: what could be read can be packed, and
// comes out of the pack as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const std::string path : {"vocabulary.yaml", "tables/facts.yaml", "EXR301-rule.yaml"}) {
    exr::MemoryFileSystem files;
    files.write("rules/" + path, text);
    exr::SourceMap sources;
    exr::RuleSet rules;
    exr::Problems problems;
    const exr::Limits limits;
    exr::load_rules("rules", {files, limits, sources, rules, problems});
    for (const exr::Problem& problem : problems) {
      if (!problem.span.valid()) continue;
      EXR_CHECK(problem.span.begin <= problem.span.end);
      EXR_CHECK(problem.span.end <= sources.file(problem.span.file).text().size());
    }
    const std::string pack = exr::encode_pack(rules);
    EXR_CHECK(exr::encode_pack(exr::decode_pack(pack)) == pack);
  }
  return 0;
}
