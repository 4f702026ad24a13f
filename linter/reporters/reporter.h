#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "findings/report.h"

namespace exr {

/// Where the linted files come from, for SARIF's `versionControlProvenance`. Found by the caller;
/// an empty field is unknown.
struct VersionControl {
  /// Absolute, as in `https://github.com/example/network`, without a user or a password.
  std::string repository_uri;
  /// The commit, 40 hexadecimal digits.
  std::string revision;
  std::string branch;
};

/// Which results that do not count stand in SARIF all the same. GitHub turns every result into an
/// open alert.
struct SarifInclude {
  bool open = false;
  bool suppressed = false;
  bool baselined = false;
};

/// How to report. Each format takes what concerns it.
struct ReportOptions {
  bool color = false;
  /// Show findings that could not be decided (text, JSON).
  bool show_open = false;
  /// Show findings that are suppressed or in the baseline (text, JSON).
  bool show_suppressed = false;
  /// One line for each finding and problem, nothing else (text).
  bool quiet = false;
  /// The columns of the terminal; 0 where there is none (text).
  std::uint32_t width = 0;
  SarifInclude sarif_include;
  /// SARIF's `automationDetails.id`; empty for none. If there is one, `upload-sarif` ignores its
  /// own `category`.
  std::string sarif_category;
  std::optional<VersionControl> version_control;
  /// What the process will exit with, if that is known.
  std::optional<int> exit_code;
};

/// An output format. Stateless.
class Reporter {
 public:
  virtual ~Reporter() = default;
  /// The whole document for a finished report, UTF-8, ends with a line break. The same report gives
  /// the same bytes.
  virtual std::string document(const Report& report, const ReportOptions& options) const = 0;
};

/// Whether text and JSON show a finding.
bool is_shown(const Finding& finding, const ReportOptions& options);

}  // namespace exr
