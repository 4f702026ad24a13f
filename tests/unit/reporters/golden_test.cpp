#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "reporters/registry.h"
#include "support/text.h"
#include "support/version.h"
#include "unit/reporters/sample_report.h"

namespace exr {
namespace {

// What a format must write for the sample report. EXRLINT_UPDATE_GOLDEN=1 writes the files anew, to
// be read in the diff.
struct Golden {
  std::string file;
  std::string format;
  ReportOptions options;
};

std::vector<Golden> goldens() {
  const VersionControl source{.repository_uri = "https://github.com/example/network",
                              .revision = "0123456789abcdef0123456789abcdef01234567",
                              .branch = "main"};
  return {
      {.file = "sample.txt", .format = "text"},
      {.file = "everything.txt",
       .format = "text",
       .options = {.show_open = true, .show_suppressed = true}},
      {.file = "color.txt", .format = "text", .options = {.color = true, .show_open = true}},
      {.file = "quiet.txt", .format = "text", .options = {.quiet = true}},
      {.file = "narrow.txt", .format = "text", .options = {.width = 30}},
      {.file = "sample.json", .format = "json"},
      {.file = "everything.json",
       .format = "json",
       .options = {.show_open = true, .show_suppressed = true}},
      {.file = "sample.sarif",
       .format = "sarif",
       .options = {.version_control = source, .exit_code = 1}},
      {.file = "everything.sarif",
       .format = "sarif",
       .options = {.sarif_include = {.open = true, .suppressed = true, .baselined = true},
                   .sarif_category = "exrlint/",
                   .version_control = source}},
  };
}

class ReporterGolden : public ::testing::TestWithParam<Golden> {};

TEST_P(ReporterGolden, WritesWhatIsWritten) {
  const SampleReport sample;
  const Reporter* reporter = find_reporter(GetParam().format);
  ASSERT_NE(reporter, nullptr);
  // the files need not change with each release
  const std::string document =
      replace_all(reporter->document(sample.report(), GetParam().options), kVersion, "0.0.0");
  const std::string path = "fixtures/reports/" + GetParam().file;
  const char* update = std::getenv("EXRLINT_UPDATE_GOLDEN");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(std::string(EXRLINT_SOURCE_DIR) + "/" + path, std::ios::binary) << document;
    GTEST_SKIP() << path << " is written anew";
  }
  EXPECT_EQ(document, read_tree_text(path));
}

std::string name_of(const ::testing::TestParamInfo<Golden>& info) {
  std::string name = info.param.file;
  name[name.find('.')] = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Formats, ReporterGolden, ::testing::ValuesIn(goldens()), name_of);

}  // namespace
}  // namespace exr
