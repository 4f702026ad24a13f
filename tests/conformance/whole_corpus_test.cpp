// Every `.bicep` file of the corpus in one run: no crash, no hang, bounded memory.

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "app/run.h"
#include "conformance/corpus.h"
#include "conformance/edited_files.h"

namespace conformance {
namespace {

// The most memory that this process has had, in MiB (proc(5), VmHWM); 0 if nobody knows.
std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kibibytes = 0;
    if (word == "VmHWM:" && status >> kibibytes) return kibibytes / 1024;
  }
  return 0;
}

TEST(WholeCorpus, is_linted_in_one_run) {
  const auto corpus = find_corpus();
  if (!corpus) GTEST_SKIP() << "no conformance corpus";
  const std::string root = std::filesystem::absolute(*corpus).generic_string();
  exr::RunRequest request;
  request.root = root;
  request.working_folder = std::filesystem::current_path().generic_string();
  for (const auto& fields : read_rows(root + "/PARSE.tsv")) {
    if (fields[0].ends_with(".bicep")) request.paths.push_back(root + "/" + fields[0]);
  }
  EditedFiles files;
  files.write(root + "/.exrlint.yaml", kRegistryConfiguration);
  exr::SourceMap sources;
  const auto began = std::chrono::steady_clock::now();
  const exr::Report report = lint(request, files, sources);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << "all " << request.paths.size()
            << " .bicep files in one run: " << report.summary.resources << " resources, "
            << report.findings.size() << " findings, " << report.problems.size() << " problems, "
            << took.count() << " s, peak memory of the process " << peak_memory() << " MiB\n";
  EXPECT_GT(request.paths.size(), 0U);
  EXPECT_GT(report.summary.resources, request.paths.size());
}

}  // namespace
}  // namespace conformance
