#pragma once

#include <string>
#include <string_view>

#include "findings/report.h"

namespace exr {

/// A report over the files of fixtures/reports/sources that has one of everything: findings of each
/// severity and outcome, problems with and without a place, related places, a place of several
/// lines, a suppression, a baselined finding.
class SampleReport {
 public:
  SampleReport();
  const Report& report() const { return report_; }

 private:
  Span place(const std::string& file, std::string_view text) const;
  void add_rules();
  void add_findings();
  void add_hidden_findings();
  void add_problems();

  SourceMap sources_;
  Report report_;
};

/// The bytes of a file of the source tree; fails the test where it cannot be read.
std::string read_tree_text(const std::string& path);

}  // namespace exr
