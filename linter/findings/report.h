#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "findings/problem.h"
#include "source/source_map.h"

namespace exr {

/// The figures of one run.
struct Summary {
  std::uint32_t files = 0;
  /// Files in folders whose names may be those of inputs, but not their content.
  std::uint32_t ignored = 0;
  std::uint32_t resources = 0;
  std::uint32_t rules = 0;
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t notes = 0;
  std::uint32_t open = 0;
  std::uint32_t suppressed = 0;
  std::uint32_t baselined = 0;
  std::uint32_t unknown_values = 0;
  bool partial = false;
  std::uint32_t milliseconds = 0;
};

/// Everything that a reporter needs: findings sorted by place, their rules, problems, figures. The
/// SourceMap outlives it.
struct Report {
  std::vector<Finding> findings;
  Problems problems;
  /// The rules that ran, sorted by ID.
  std::vector<RuleFacts> rules;
  Summary summary;
  const SourceMap* sources = nullptr;
  /// The working folder as seen from the project root, as in `infra/hub`; empty where they are the
  /// same. The paths of files are relative to the former, those of fingerprints and SARIF to the
  /// latter.
  std::string working_folder;

  /// A file's path from the project root. An absolute one, and one that leaves the root, stays what
  /// it is.
  std::string root_path(std::string_view path) const;
  /// The path that a problem or a finding names; empty if none does.
  std::string_view path_of(const Span& span) const;
  std::string_view path_of(const Problem& problem) const;
};

/// Brings a report into its final form: sorts findings and problems by path, place and rule, drops
/// repeated ones (one finding per rule, place and message), computes the fingerprints, and counts
/// the summary's severities, open and suppressed results. Call once; what matches fingerprints, as
/// a baseline does, comes after it and then calls count_results().
void finish(Report& report);

/// Counts the summary's results again, after suppressions or the baseline marked findings of a
/// finished report.
void count_results(Report& report);

/// Whether a finding counts: failed, not suppressed, not baselined.
bool counts(const Finding& finding);

}  // namespace exr
