#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "formats/json_cursor.h"
#include "formats/json_values.h"
#include "frontends/terraform/plan_file.h"
#include "frontends/terraform/plan_reader.h"
#include "frontends/terraform/planned_value.h"
#include "source/source_map.h"
#include "support/check.h"

namespace {

// What is skipped is JSON exactly if it can be read.
void check_cursor(std::string_view text, exr::FileId file) {
  exr::JsonCursor skipping(text, file, exr::Limits());
  skipping.skip();
  exr::JsonCursor reading(text, file, exr::Limits());
  exr::JsonNames names;
  exr::JsonValues(names).read(reading);
  EXR_CHECK(skipping.finish() == reading.finish());
}

void check_values(const exr::Plan& plan, const exr::SourceMap& sources) {
  exr::JsonNames names;
  for (const auto* resources : {&plan.resources, &plan.prior}) {
    for (const exr::PlannedResource& resource : *resources) {
      EXR_CHECK(resource.module < plan.modules.size());
      const exr::PlannedValue value = planned_value(resource, sources, exr::Limits(), names);
      EXR_CHECK(value.attributes.is_object());
    }
  }
}

}  // namespace

// Arbitrary bytes as a plan: read, or told to be wrong at a place in it, and every value decoded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  auto text = exr::plan_text(bytes);
  if (!text.ok()) return 0;
  exr::terraform_json_kind(text.value());
  exr::unreadable_plan_reason(text.value());
  exr::SourceMap sources;
  const exr::FileId file = sources.add("plan.json", std::move(text).value());
  const std::string_view written = sources.file(file).text();
  check_cursor(written, file);
  exr::Problems problems;
  const std::optional<exr::Plan> plan =
      exr::read_plan(sources.file(file), file, exr::Limits(), problems);
  EXR_CHECK(plan || !problems.empty());
  for (const exr::Problem& problem : problems) {
    EXR_CHECK(problem.span.begin <= problem.span.end && problem.span.end <= written.size());
  }
  if (plan) check_values(*plan, sources);
  return 0;
}
