#include "conformance/expected_program.h"

#include <algorithm>
#include <stdexcept>

#include "conformance/corpus.h"
#include "formats/json_reader.h"
#include "support/limits.h"
#include "value/containers.h"

namespace conformance {

namespace fs = std::filesystem;

namespace {

bool is_true(const exr::Value* value) {
  return value != nullptr && value->is_bool() && value->as_bool();
}

Assertion read_assertion(const exr::Object& object) {
  Assertion assertion;
  assertion.path = object.find("path")->as_string();
  if (const exr::Value* expected = object.find("expected")) assertion.expected = *expected;
  assertion.absent = is_true(object.find("absent"));
  return assertion;
}

ExpectedProgram read_program(const fs::path& folder) {
  const exr::Result<exr::Value> read =
      exr::read_json_text(read_bytes(folder / "expected.json"), exr::Limits{});
  if (!read.ok()) throw std::runtime_error(folder.string() + ": " + read.failure().message);
  const exr::Object& object = read.value().as_object();
  ExpectedProgram program{.name = folder.filename().string(),
                          .file = folder / "main.bicep",
                          .needs_mock = is_true(object.find("needs_mock"))};
  for (const exr::Value& member : object.find("asserts")->as_array().members)
    program.assertions.push_back(read_assertion(member.as_object()));
  return program;
}

}  // namespace

std::vector<ExpectedProgram> read_expected_programs(const fs::path& corpus,
                                                    const std::string& kind) {
  std::vector<ExpectedProgram> programs;
  for (const fs::directory_entry& entry : fs::directory_iterator(corpus / "eval-programs" / kind))
    programs.push_back(read_program(entry.path()));
  std::sort(programs.begin(), programs.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return programs;
}

}  // namespace conformance
